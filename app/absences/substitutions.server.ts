import { db } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'

/** For whom a reader acts today, as every page tells it. */
export interface Substitution {
  personId: string
  absent: string
  /** The titles of the posts they stand in for. */
  titles: string
  until: Day
}

/** Nothing is asked of the database for the many who are nobody's substitute today. */
export async function readSubstitutions(actor: Actor, today: Day): Promise<Substitution[]> {
  const absents = actor.standsInFor.map(({ personId }) => personId)
  if (absents.length === 0) return []
  const postIds = actor.standsInFor.flatMap(({ posts }) => posts.map(({ id }) => id))
  return db.$queryRaw<Substitution[]>`
    select person.id as "personId", person.full_name as absent, held.titles, away.until::text as until
    from person
    cross join lateral (
      select string_agg(distinct post.title, ', ') as titles from post
      where post.person_id = person.id and post.id = any(${postIds}::uuid[])
    ) held
    cross join lateral (
      select max(absence.to_day) as until from absence
      where absence.person_id = person.id and absence.substitute_id = ${actor.personId}::uuid and absence.ended_at is null
        and ${today}::date between absence.from_day and absence.to_day
    ) away
    where person.id = any(${absents}::uuid[])
    order by person.given_name, person.full_name`
}
