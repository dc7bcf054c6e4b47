import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Principal } from '#workflows/actor.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** One person whom a principal reaches today. */
interface Reached {
  principal: Principal
  personId: string
}

/**
 * Who stands behind principals today: `principalsOf` the other way round, so that whoever is told of a thing is who finds it in
 * their work. A unit is its heads, or those of the unit it went up in; whoever is away is reached with their substitutes, but not
 * under their own name alone; who works here no longer is not reached.
 */
export function peopleBehind(tx: Transaction, principals: readonly Principal[], today: Day): Promise<Reached[]> {
  return tx.$queryRaw<Reached[]>`
    with recursive asked as (
      select principal, split_part(principal, ':', 1) as kind, split_part(principal, ':', 2)::uuid as id,
        split_part(principal, ':', 3) as role
      from unnest(${[...new Set(principals)]}::text[]) as principal
    ), heir as (
      select principal, id as unit_id from asked where kind = 'unit'
      union
      select heir.principal, unit.successor_id from heir join unit on unit.id = heir.unit_id
      where unit.successor_id is not null and unit.valid_to < ${today}::date
    ), standing as (
      select * from post where ${validOn(today)} and role <> 'ADMIN'
    ), holder as (
      select principal, kind, id as person_id, null::uuid as post_id from asked where kind in ('person', 'named')
      union all
      select principal, 'unit', standing.person_id, standing.id
      from heir join standing on standing.unit_id = heir.unit_id and standing.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
      union all
      select principal, kind, standing.person_id, standing.id
      from asked join standing on standing.organ_id = asked.id and standing.role::text = asked.role where kind = 'duty'
      union all
      select principal, kind, standing.person_id, standing.id
      from asked join standing on standing.assists_person_id = asked.id and standing.role = 'ASSISTANT'
      where kind = 'assistants'
    ), reached as (
      select principal, person_id from holder
      union
      select holder.principal, absence.substitute_id
      from holder
      join absence on absence.person_id = holder.person_id and absence.ended_at is null
        and ${today}::date between absence.from_day and absence.to_day
      join standing covered on covered.person_id = absence.person_id and covered.organ_id = absence.organ_id
        and covered.role <> 'ASSISTANT' and (absence.post_id is null or covered.id = absence.post_id)
        and (holder.post_id is null or covered.id = holder.post_id)
      where holder.kind <> 'named'
    )
    select principal, person_id::text as "personId" from reached
    where exists (select from standing where standing.person_id = reached.person_id)`
}

function validOn(today: Day): Prisma.Sql {
  return Prisma.sql`valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`
}
