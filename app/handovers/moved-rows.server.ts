import { Prisma } from '#prisma/generated/client.ts'
import type { Moves } from './moves.ts'

/**
 * As a statement: for each task with open work that goes to somebody else, who has it (`former`) and who takes it over
 * (`successor`), as principals. The ids stand in it as arrays too, so that it goes by the indexes of who holds what: an organ has
 * hundreds of thousands of parts, and an order moves some thousand.
 */
export function movedRows(moves: Moves): Prisma.Sql {
  const kinds = [
    ...(moves.units.length > 0 ? [ofUnits(moves)] : []),
    ...(moves.people.length > 0 ? [ofPeople(moves)] : []),
  ]
  return Prisma.join(kinds, ' union ')
}

/** Where a unit is split, what it handed on goes with the people it was handed to, if they all go to the same unit. */
function ofUnits({ units, posts }: Moves): Prisma.Sql {
  return Prisma.sql`
    select distinct held.root_id, 'unit:' || held.unit_id as former, 'unit:' || coalesce(with_people.unit_id, move."to") as successor
    from (
      select member.root_id, assignment.unit_id, member.id from assignment join subject member on member.id = assignment.id
        where member.settled_at is null
      union all
      select task.id, task.lead_unit_id, null from task join subject root on root.id = task.id where root.state = 'draft'
      union all
      select supporter.task_id, supporter.unit_id, null from task_supporter supporter
        join subject root on root.id = supporter.task_id where root.state = 'draft'
    ) held
    join jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as move("from" uuid, "to" uuid) on held.unit_id = move."from"
    left join lateral (
      select min(going.unit_id::text)::uuid as unit_id
      from subject child join assignment part on part.id = child.id
      left join (select post.person_id, other."unitId" as unit_id from post
        join jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as other("postId" uuid, "unitId" uuid) on other."postId" = post.id
      ) going on going.person_id = part.person_id
      where child.root_id = held.root_id and child.parent_id = held.id and child.settled_at is null
      having count(*) = count(going.unit_id) and count(distinct going.unit_id) = 1
    ) with_people on true
    join subject root on root.id = held.root_id and root.settled_at is null
    where held.unit_id = any(${units.map(({ from }) => from)}::uuid[])`
}

function ofPeople({ people, withRestricted }: Moves): Prisma.Sql {
  const leaving = Prisma.sql`${people.map(({ from }) => from)}::uuid[]`
  return Prisma.sql`
    select distinct held.root_id, held.kind || move."from" as former, held.kind || move."to" as successor
    from (
      select member.root_id, assignment.person_id, member.restricted, case when member.restricted then 'named:' else 'person:' end as kind
        from assignment join subject member on member.id = assignment.id where member.settled_at is null
      union all
      select task.id, person_id, root.restricted, case when root.restricted then 'named:' else 'person:' end
        from task join subject root on root.id = task.id
        cross join lateral unnest(task.named_person_ids || task.directing_leader_id || task.follower_id) as person_id
        where root.settled_at is null and (task.directing_leader_id = any(${leaving}) or task.follower_id = any(${leaving})
          or task.named_person_ids && ${leaving})
    ) held
    join jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as move("from" uuid, "to" uuid) on held.person_id = move."from"
    join subject root on root.id = held.root_id and root.settled_at is null
    where held.person_id = any(${leaving}) and (${withRestricted} or not held.restricted)`
}
