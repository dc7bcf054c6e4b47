import { db } from '#app/platform/db.server.ts'
import type { Option } from '#app/ui/fields/select-field.tsx'
import type { Day } from '#workflows/calendar/day.ts'

export interface AbsenceChoices {
  /** The posts somebody else can stand in for. */
  posts: Option[]
  substitutes: Option[]
}

/** The posts of the absent person, and the people of their organ with a post and an account on the day; in one statement. */
export async function readAbsenceChoices({
  personId,
  organId,
  today,
}: {
  personId: string
  organId: string
  today: Day
}): Promise<AbsenceChoices> {
  const [row] = await db.$queryRaw<[{ posts: Option[] | null; substitutes: Option[] | null }]>`
    with held as (
      select * from post
      where organ_id = ${organId}::uuid and role <> 'ADMIN' and (valid_to is null or valid_to >= ${today}::date)
    ), covered as (
      select * from held where person_id = ${personId}::uuid and role <> 'ASSISTANT'
    )
    select
      (select json_agg(json_build_object('value', id, 'label', title) order by valid_from, id) from covered) as posts,
      (select json_agg(json_strip_nulls(json_build_object('value', person.id, 'label', person.full_name,
            'alias', nullif(others.titles, person.full_name)))
          order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu")
        from (select person_id, string_agg(distinct title, ', ') as titles, bool_or(role = 'LEADER') as leads
          from held where valid_from <= ${today}::date group by person_id) others
        join person on person.id = others.person_id
        join login on login.person_id = person.id and login.banned is not true
        where person.id <> ${personId}::uuid
          -- Of who is a leader and nothing else, only another leader can be the substitute.
          and (others.leads or exists (select from covered where role <> 'LEADER'))) as substitutes`
  return { posts: row.posts ?? [], substitutes: row.substitutes ?? [] }
}
