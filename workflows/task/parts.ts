import { type Officeholder, postIn } from '../actor.ts'
import type { Parts } from '../permit.ts'
import type { TaskRecord } from '../tree.ts'

export type TaskPart = 'directingLeader' | 'leaderInCharge' | 'secretariat' | 'assistant'

/** The side that gave the task and answers for it: any one of these may decide on it. */
export const assignersSide = ['directingLeader', 'leaderInCharge', 'secretariat'] as const satisfies TaskPart[]

/** The parts of a person in a task, from their posts and charges on the day of the act. */
export function partsInTask(actor: Officeholder, record: TaskRecord): Parts<TaskPart> {
  const parts: Parts<TaskPart> = {}
  const leader = postIn(actor, 'LEADER')
  if (leader && actor.personId === record.directingLeaderId) parts.directingLeader = leader.id
  if (leader && actor.chargeUnitIds.includes(record.leadUnitId)) parts.leaderInCharge = leader.id
  const secretariat = postIn(actor, 'SECRETARIAT')
  if (secretariat && actor.organId === record.organId) parts.secretariat = secretariat.id
  const assistant = actor.posts.find(
    (post) => post.role === 'ASSISTANT' && post.assistsPersonId === record.directingLeaderId,
  )
  if (assistant) parts.assistant = assistant.id
  return parts
}
