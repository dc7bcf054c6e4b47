import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'

/**
 * A `with recursive` part named `below`: the units of an assignment's holder (`is_own`) and every unit under them that is
 * valid on the day. These are whom the work may be handed on to.
 */
export function unitsUnderHolder(assignmentId: string, today: Day): Prisma.Sql {
  return Prisma.sql`below(id, is_own) as (
    select coalesce(assignment.unit_id, post.unit_id), true
    from assignment
    left join post on post.person_id = assignment.person_id and post.unit_id is not null
      and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)
    where assignment.id = ${assignmentId}::uuid
    union
    select unit.id, false from unit join below on unit.parent_id = below.id
    where unit.valid_from <= ${today}::date and (unit.valid_to is null or unit.valid_to >= ${today}::date)
  )`
}
