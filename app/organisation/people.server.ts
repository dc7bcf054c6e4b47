import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'

export interface PeopleFilter {
  organId: string
  /** Words of a name, username or e-mail address, with or without diacritics, in any order. */
  words: string
  unitId: string | null
  today: Day
  limit: number
  offset: number
}

export interface PersonRow {
  id: string
  fullName: string
  username: string | null
  account: AccountState
  /** The titles of the posts held today. */
  posts: string[]
}

export type AccountState = 'none' | 'open' | 'awaitsCode' | 'locked'

/** A page of the staff list, by given name in Vietnamese order; one statement. */
export async function listPeople(filter: PeopleFilter): Promise<{ rows: PersonRow[]; total: number }> {
  const { organId, unitId, today, limit, offset } = filter
  const patterns = foldVietnamese(filter.words).split(' ').map(containing)
  const found = await db.$queryRaw<(PersonRow & { total: number })[]>`
    select person.id, person.full_name as "fullName", login.username,
      case when login.id is null then 'none' when login.banned then 'locked'
        when login.must_set_password then 'awaitsCode' else 'open' end as account,
      array(select post.title from post where post.person_id = person.id
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
        group by post.title order by min(post.valid_from), post.title) as posts,
      count(*) over ()::int as total
    from person left join login on login.person_id = person.id
    where person.organ_id = ${organId}::uuid
      and person.search_text like all (${patterns})
      and (${unitId}::uuid is null or exists (select from post where post.person_id = person.id
        and post.unit_id = ${unitId}::uuid
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)))
    order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu", person.id
    limit ${limit} offset ${offset}`
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 }
}
