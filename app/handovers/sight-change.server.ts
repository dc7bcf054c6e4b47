import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { type RightsRow, RIGHTS, rightsOf } from '#app/sign-in/rights-sql.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
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
 * Who will see more or less than today: the heads of the units concerned, whoever leaves, whoever takes over, their assistants, and
 * those who stand in for one of them. Nobody else's sight changes by a handover.
 *
 * Leaders see everything, so what somebody sees is not listed to be compared: a task can only come or go by a principal they gain or
 * lose, or because it moves. Only those are asked about.
 */
export async function readSightChange(moves: Moves, day: Day): Promise<SightChange[]> {
  const [people, beginning] = await Promise.all([readConcerned(moves, day), readBeginning(moves, day)])
  const readers = people.map((person) => {
    const before = new Set(principalsOf(person))
    const later = new Set(
      principalsOf({
        ...after(person, moves, beginning),
        standsInFor: person.standsInFor
          .map((absent) => after(absent, moves, beginning))
          .filter(({ posts }) => posts.length > 0),
      }),
    )
    const changed = [...before.symmetricDifference(later)]
    return { id: person.personId, before: [...before], after: [...later], changed }
  })
  const changes = await db.$queryRaw<SightChange[]>`
    with reader as (
      select * from jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as row(id uuid, before text[], after text[], changed text[])
    ),
    has_before as materialized (select id, unnest(before) as principal from reader),
    has_after as materialized (select id, unnest(after) as principal from reader),
    moved as materialized (${movedRows(moves)} union ${movedForAssistants(moves)}),
    left_behind as materialized (select root_id, former from moved where not ${stillIn(Prisma.sql`moved`)}),
    may_change as materialized (
      select changed.id, seen.subject_id
      from (select id, unnest(changed) as principal from reader where after <> '{}') changed
      join participant seen on seen.principal = changed.principal
      union
      select has_before.id, moved.root_id from moved join has_before on has_before.principal = moved.former
      join reader on reader.id = has_before.id and reader.after <> '{}'
      union
      select has_after.id, moved.root_id from moved join has_after on has_after.principal = moved.successor
    ),
    audience as materialized (
      select seen.subject_id, seen.principal from (select distinct subject_id from may_change) task
      join participant seen on seen.subject_id = task.subject_id
      where seen.principal in (select principal from has_before union select principal from has_after)
    ),
    seen_before as materialized (
      select distinct has_before.id, audience.subject_id
      from audience join has_before on has_before.principal = audience.principal
    ),
    -- Whole sets at once: how many rows there are is not known beforehand, and row by row it may take minutes.
    audience_left as materialized (select subject_id, principal from audience except select root_id, former from left_behind),
    seen_after as materialized (
      select has_after.id, audience_left.subject_id
      from audience_left join has_after on has_after.principal = audience_left.principal
      union
      select has_after.id, moved.root_id
      from moved join has_after on has_after.principal = moved.successor
      -- No unit sees a draft, nor what is restricted to persons.
      where moved.successor not like 'unit:%'
        or exists (select from subject root where root.id = moved.root_id and root.state <> 'draft' and not root.restricted)
    ),
    counted as (
      select id, count(*) filter (where seen_before.id is null)::int as gains, count(*) filter (where seen_after.id is null)::int as loses
      from seen_before full join seen_after using (id, subject_id)
      join may_change using (id, subject_id)
      group by id
      union all
      -- Whoever holds no post any more sees nothing of what they saw.
      select reader.id, 0, (select count(*)::int from (
        select distinct seen.subject_id from participant seen where seen.principal = any(reader.before)) once)
      from reader where reader.after = '{}'
    )
    select person.id as "personId", person.full_name as "fullName", counted.gains, counted.loses
    from counted join person on person.id = counted.id
    where counted.gains + counted.loses > 0
    order by person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
  return changes
}

/** What a leader directs is seen by those who enter their decisions, and then by those of whoever takes it over. */
function movedForAssistants({ people }: Moves): Prisma.Sql {
  return Prisma.sql`
    select task.id, 'assistants:' || move."from", 'assistants:' || move."to"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as move("from" uuid, "to" uuid)
    join task on task.directing_leader_id = move."from"
    join subject root on root.id = task.id and root.settled_at is null and not root.restricted
    where task.directing_leader_id = any(${people.map(({ from }) => from)}::uuid[])`
}

/** Whoever entered a task, or has ended a part of it, goes on seeing it as long as they work here. */
function stillIn(moved: Prisma.Sql): Prisma.Sql {
  const former = Prisma.sql`split_part(${moved}.former, ':', 2)`
  return Prisma.sql`(${moved}.former similar to '(person|named):%' and (
    exists (select from task where task.id = ${moved}.root_id and task.entered_by_id::text = ${former})
    or exists (select from subject child join assignment part on part.id = child.id
      where child.root_id = ${moved}.root_id and part.person_id::text = ${former}
        and child.settled_at is not null and child.state <> 'withdrawn')))`
}

/** The posts of those who leave that begin on the day or later: an order ends none of them. */
async function readBeginning({ people }: Moves, day: Day): Promise<Set<string>> {
  const posts = await db.post.findMany({
    where: { personId: { in: people.map(({ from }) => from) }, validFrom: { gte: toDayColumn(day) } },
    select: { id: true },
  })
  return new Set(posts.map(({ id }) => id))
}

function readConcerned({ units, posts, people }: Moves, day: Day): Promise<RightsRow[]> {
  const unitIds = [...units.flatMap(({ from, to }) => [from, to]), ...posts.map(({ unitId }) => unitId)]
  const personIds = people.flatMap(({ from, to }) => [from, to])
  return db.$queryRaw<RightsRow[]>`
    with concerned as (
      select id from person where id = any(${personIds}::uuid[])
      union
      select person_id from post where (unit_id = any(${unitIds}::uuid[]) or assists_person_id = any(${personIds}::uuid[]))
        and (valid_to is null or valid_to >= ${day}::date)
    )
    select person.id as "personId", person.organ_id as "organId", ${RIGHTS}
    from person
    ${rightsOf(day)}
    where person.id in (select id from concerned union
      select substitute_id from absence where person_id in (select id from concerned) and ended_at is null
        and ${day}::date between from_day and to_day)`
}

/** The person in the posts they will hold. */
function after<Person extends Officeholder>(person: Person, moves: Moves, beginning: Set<string>): Person {
  const leaves = moves.people.some(({ from }) => from === person.personId)
  const posts = leaves ? person.posts.filter(({ id }) => beginning.has(id)) : person.posts
  return { ...person, posts: posts.map((post) => postAfter(post, moves)) }
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
