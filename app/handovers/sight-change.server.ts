import { db } from '#app/platform/db.server.ts'
import { type RightsRow, RIGHTS, rightsOf } from '#app/sign-in/rights-sql.server.ts'
import { type ActorPost, type Officeholder, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { movedRows } from './moved-rows.server.ts'
import type { Moves } from './moves.ts'

/** Of how many tasks somebody gains sight by a handover, and of how many they lose it. */
export interface SightChange {
  personId: string
  fullName: string
  gains: number
  loses: number
}

/**
 * Who will see more or less than today: the heads of the units concerned, whoever leaves, whoever takes over, and those who stand
 * in for one of them. Nobody else's sight changes by a handover.
 */
export async function readSightChange(moves: Moves, day: Day): Promise<SightChange[]> {
  const people = await readConcerned(moves, day)
  const principals = people.map((person) => ({
    id: person.personId,
    before: principalsOf(person),
    after: principalsOf({
      ...after(person, moves),
      standsInFor: person.standsInFor.map((absent) => after(absent, moves)).filter(({ posts }) => posts.length > 0),
    }),
  }))
  const changes = await db.$queryRaw<SightChange[]>`
    with moved as materialized (${movedRows(moves)}),
    reader as (
      select * from jsonb_to_recordset(${JSON.stringify(principals)}::jsonb) as row(id uuid, before text[], after text[])
    ), seen_before as materialized (
      select distinct reader.id, seen.subject_id from reader
      join participant seen on seen.principal in (select unnest(reader.before))
    ), seen_after as materialized (
      select reader.id, seen.subject_id from reader
      join participant seen on seen.principal in (select unnest(reader.after))
      where not exists (select from moved where moved.root_id = seen.subject_id and moved.former = seen.principal)
      union
      select reader.id, moved.root_id from reader
      join moved on moved.successor in (select unnest(reader.after))
      join subject root on root.id = moved.root_id
      -- No unit sees a draft, nor what is restricted to persons.
      where moved.successor not like 'unit:%' or (root.state <> 'draft' and not root.restricted)
    )
    select person.id as "personId", person.full_name as "fullName",
      (select count(*)::int from seen_after where id = person.id
        and not exists (select from seen_before before where before.id = person.id and before.subject_id = seen_after.subject_id)) as gains,
      (select count(*)::int from seen_before where id = person.id
        and not exists (select from seen_after later where later.id = person.id and later.subject_id = seen_before.subject_id)) as loses
    from reader join person on person.id = reader.id
    order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
  return changes.filter(({ gains, loses }) => gains + loses > 0)
}

function readConcerned({ units, posts, people }: Moves, day: Day): Promise<RightsRow[]> {
  const unitIds = [...units.flatMap(({ from, to }) => [from, to]), ...posts.map(({ unitId }) => unitId)]
  const personIds = people.flatMap(({ from, to }) => [from, to])
  return db.$queryRaw<RightsRow[]>`
    with concerned as (
      select id from person where id = any(${personIds}::uuid[])
      union
      select person_id from post where unit_id = any(${unitIds}::uuid[]) and (valid_to is null or valid_to >= ${day}::date)
    )
    select person.id as "personId", person.organ_id as "organId", ${RIGHTS}
    from person
    ${rightsOf(day)}
    where person.id in (select id from concerned union
      select substitute_id from absence where person_id in (select id from concerned) and ended_at is null
        and ${day}::date between from_day and to_day)`
}

/** The person in the posts they will hold. */
function after<Person extends Officeholder>(person: Person, moves: Moves): Person {
  const leaves = moves.people.some(({ from }) => from === person.personId)
  return { ...person, posts: leaves ? [] : person.posts.map((post) => postAfter(post, moves)) }
}

function postAfter(post: ActorPost, { units, posts }: Moves): ActorPost {
  const successorOf = (unitId: string | null) => units.find(({ from }) => from === unitId)?.to
  const unitId = successorOf(post.unitId)
    ? (posts.find(({ postId }) => postId === post.id)?.unitId ?? successorOf(post.unitId)!)
    : post.unitId
  const formerUnitIds = units
    .filter(({ to }) => to === unitId)
    .flatMap(({ from }) => [from, ...(post.unitId === from ? (post.formerUnitIds ?? []) : [])])
  return { ...post, unitId, formerUnitIds: [...new Set([...(post.formerUnitIds ?? []), ...formerUnitIds])] }
}
