import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { unitTree } from './unit-tree.ts'
import { validityPhase, type ValidityPhase } from './validity.ts'

export interface UnitRow {
  id: string
  parentId: string | null
  name: string
  abbreviation: string
  validFrom: Day
  validTo: Day | null
  successorName: string | null
  /** People with a post in it today. */
  people: number
  phase: ValidityPhase
  /** 0 at the top of the organ. */
  depth: number
}

/** Every unit of the organ, ended ones too, each under its parent in the organ's own order; one statement. */
export async function listUnits(organId: string, today: Day): Promise<UnitRow[]> {
  const rows = await db.$queryRaw<Omit<UnitRow, 'depth' | 'phase'>[]>`
    select unit.id, unit.parent_id as "parentId", unit.name, unit.abbreviation,
      unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo", successor.name as "successorName",
      (select count(distinct post.person_id)::int from post where post.unit_id = unit.id
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)) as people
    from unit left join unit successor on successor.id = unit.successor_id
    where unit.organ_id = ${organId}::uuid
    order by unit.position, unit.name collate "vi-x-icu"`
  return unitTree(rows.map((unit) => ({ ...unit, phase: validityPhase(unit, today) })))
}

/** Units that exist on the day, for a choice. */
export async function listUnitChoices(organId: string, today: Day) {
  return db.$queryRaw<{ value: string; label: string; alias: string }[]>`
    select id as value, name as label, abbreviation as alias from unit
    where organ_id = ${organId}::uuid
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    order by position, name collate "vi-x-icu"`
}
