import type { Actor } from '#workflows/actor.ts'
import type { AssignmentNode, TaskNode, Tree } from '#workflows/tree.ts'
import { leads } from './plain-audience.ts'

/** "person KIND subject day", one line for each thing a person owes: asked person by person. */
export function owedPlainly(people: Actor[], tree: Tree): string[] {
  return people.flatMap((person) =>
    [...tree.nodes.values()].flatMap((node) =>
      (node.kind === 'TASK' ? owedOnTask(person, node) : owedOnAssignment(person, node, tree)).map(
        ({ kind, dueOn }) => `${person.personId} ${kind} ${node.id} ${dueOn ?? 'open-ended'}`,
      ),
    ),
  )
}

interface Owed {
  kind: string
  dueOn: string | null
}

function owedOnTask({ personId }: Actor, { state, record, context }: TaskNode): Owed[] {
  const isLeader = personId === record.directingLeaderId
  const isFollower = personId === record.followerId
  const { dueOn } = record
  if (state === 'draft' && isLeader) return [{ kind: 'ISSUE', dueOn }]
  if ((state === 'assigned' || state === 'inProgress') && isFollower) return [{ kind: 'FOLLOW', dueOn }]
  // Nobody can be asked to accept what they reported themselves.
  const mayDecide = personId !== context.reporterId
  if (state === 'awaitingAcceptance' && (isLeader || isFollower) && mayDecide) return [{ kind: 'ACCEPT', dueOn }]
  return []
}

function owedOnAssignment(person: Actor, node: AssignmentNode, tree: Tree): Owed[] {
  const [task, ...above] = lineAbove(node, tree)
  if (task?.kind !== 'TASK' || !['assigned', 'inProgress'].includes(task.state)) return []
  // Whoever stands above has reported: then nothing is owed below until the report comes back.
  if (above.some(({ state }) => state !== 'delegated')) return []

  const giver = above.at(-1)
  if (node.state === 'reported') {
    return giver?.kind === 'ASSIGNMENT' && isMine(person, giver, task)
      ? [{ kind: 'REVIEW', dueOn: giver.record.dueOn }]
      : []
  }
  if (!isMine(person, node, task)) return []
  const { dueOn } = node.record
  if (node.state === 'awaitingReceipt') return [{ kind: 'RECEIVE', dueOn }]
  return node.state === 'received' || node.state === 'delegated' ? [{ kind: 'PROCESS', dueOn }] : []
}

/** From the task down to the assignment this one was handed on from. */
function lineAbove(node: AssignmentNode, tree: Tree): (TaskNode | AssignmentNode)[] {
  const parent = tree.nodes.get(node.parentId)!
  return parent.kind === 'TASK' ? [parent] : [...lineAbove(parent, tree), parent]
}

/** A restricted task is the business of those heads only who are named to it. */
function isMine(person: Actor, { record: { holder } }: AssignmentNode, { record }: TaskNode): boolean {
  if ('personId' in holder) return holder.personId === person.personId
  return leads(person, holder.unitId) && (!record.restricted || record.namedPersonIds.includes(person.personId))
}
