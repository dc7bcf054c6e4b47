import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'

type NeededRole = 'LEADER' | 'SECRETARIAT' | 'ANY'

/**
 * Which posts the successor of a person lacks on the day: only a leader directs tasks, only the secretariat follows them, and
 * nobody without a post of work holds anything.
 */
export async function neededRoles(
  tx: Transaction,
  { personId, successorId, day }: { personId: string; successorId: string; day: Day },
): Promise<NeededRole[]> {
  const [row] = await tx.$queryRaw<{ directs: boolean; follows: boolean; roles: string[] }[]>`
    select
      exists (select from task join subject on subject.id = task.id
        where subject.settled_at is null and task.directing_leader_id = ${personId}::uuid) as directs,
      exists (select from task join subject on subject.id = task.id
        where subject.settled_at is null and task.follower_id = ${personId}::uuid) as follows,
      array(select post.role::text from post
        where post.person_id = ${successorId}::uuid and post.valid_from <= ${day}::date
          and (post.valid_to is null or post.valid_to >= ${day}::date)) as roles`
  const { directs, follows, roles } = row!
  const needed: NeededRole[] = []
  if (directs && !roles.includes('LEADER')) needed.push('LEADER')
  if (follows && !roles.includes('SECRETARIAT')) needed.push('SECRETARIAT')
  if (roles.every((role) => role === 'ADMIN')) needed.push('ANY')
  return needed
}
