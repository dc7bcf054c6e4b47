import { Prisma } from '#prisma/generated/client.ts'
import type { Actor } from '#workflows/actor.ts'

/** A view as the list of tasks names it. */
export interface ShownView {
  id: string
  name: string
  search: string
  /** Of the unit it is shared with. */
  unit: string | null
}

/** Own views and those of the units the person has a post in, as one JSON value: to be read along with something else. */
export function shownViews({ personId, posts }: Actor): Prisma.Sql {
  const unitIds = posts.flatMap(({ unitId }) => unitId ?? [])
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object('id', view.id, 'name', view.name, 'search', view.search,
      'unit', unit.abbreviation) order by view.name collate "vi-x-icu", view.id), '[]')
    from saved_view view left join unit on unit.id = view.unit_id
    where view.person_id = ${personId}::uuid or view.unit_id = any(${unitIds}::uuid[])
  )`
}
