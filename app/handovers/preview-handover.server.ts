import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { movedRows } from './moved-rows.server.ts'
import type { Moves } from './moves.ts'
import { readSightChange, type SightChange } from './sight-change.server.ts'

/** What an order would move, in numbers: whoever keeps the organisation orders it without reading the work. */
export interface HandoverPreview {
  tasks: number
  moving: MovingWork[]
  /** Restricted tasks that nobody named in them would be left to; they stay, and the assigner's side decides. */
  restrictedStaying: number
  sight: SightChange[]
}

export interface MovingWork {
  former: string
  successor: string
  /** Open tasks led, supported, handed on and drafted for a unit; directed, followed and handed to a person. */
  tasks: number
  restricted: number
}

export async function previewHandover(moves: Moves, day: Day): Promise<HandoverPreview> {
  const moved = movedRows(moves)
  const [moving, sight, [total]] = await Promise.all([
    db.$queryRaw<MovingWork[]>`
      select coalesce(former_unit.name, former_person.full_name) as former,
        coalesce(successor_unit.name, successor_person.full_name) as successor,
        count(distinct moved.root_id)::int as tasks,
        count(distinct moved.root_id) filter (where root.restricted)::int as restricted
      from (${moved}) moved
      join subject root on root.id = moved.root_id
      left join unit former_unit on moved.former = 'unit:' || former_unit.id
      left join unit successor_unit on moved.successor = 'unit:' || successor_unit.id
      left join person former_person on split_part(moved.former, ':', 2) = former_person.id::text
      left join person successor_person on split_part(moved.successor, ':', 2) = successor_person.id::text
      group by 1, 2 order by 1, 2`,
    readSightChange(moves, day),
    db.$queryRaw<{ tasks: number; staying: number }[]>`
      select count(distinct moved.root_id)::int as tasks,
        count(distinct moved.root_id) filter (where ${leavesNobodyNamed(moves, day)})::int as staying
      from (${moved}) moved join task on task.id = moved.root_id join subject root on root.id = task.id`,
  ])
  return { tasks: total!.tasks, moving, restrictedStaying: total!.staying, sight }
}

/** Nobody named in a restricted task would head the unit that leads it: `succeededIn` in workflows/succession.ts. */
function leavesNobodyNamed({ units, posts, people, withRestricted }: Moves, day: Day): Prisma.Sql {
  const named = withRestricted
    ? Prisma.sql`coalesce((select move."to" from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as move("from" uuid, "to" uuid)
        where move."from" = name.id), name.id)`
    : Prisma.sql`name.id`
  return Prisma.sql`root.restricted and not exists (
    select from unnest(task.named_person_ids) as name(id)
    join post on post.person_id = ${named}
    left join jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as move("from" uuid, "to" uuid) on move."from" = post.unit_id
    left join jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as other("postId" uuid, "unitId" uuid) on other."postId" = post.id
    left join jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as lead("from" uuid, "to" uuid) on lead."from" = task.lead_unit_id
    where post.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
      and coalesce(other."unitId", move."to", post.unit_id) = coalesce(lead."to", task.lead_unit_id)
      and (post.valid_to is null or post.valid_to >= ${day}::date))`
}
