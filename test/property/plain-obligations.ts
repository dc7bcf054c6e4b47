import type { Actor, Officeholder } from '#workflows/actor.ts'
import type { AssignmentNode, ExtensionRequestNode, TaskNode, Tree } from '#workflows/tree.ts'
import { isHeldBy, namesPlainly } from './plain-audience.ts'
import { giverOf, isAwaited, isContribution, leadIn, lineAbove, taskIn } from './plain-tree.ts'

/** "person KIND subject day", one line for each thing a person owes, by their own name or as a substitute: asked person by person. */
export function owedPlainly(people: Actor[], tree: Tree): string[] {
  return people.flatMap((person) => {
    const lines = namesPlainly(person, tree).flatMap((name) =>
      [...tree.nodes.values()].flatMap((node) => {
        const owed = owedOn(name, node, tree)
        return owed ? `${person.personId} ${owed.kind} ${node.id} ${owed.dueOn ?? 'open-ended'}` : []
      }),
    )
    return [...new Set(lines)]
  })
}

/** Who did it, and the absent person they did it for. */
type Doers = (string | null | undefined)[]

interface Owed {
  kind: string
  dueOn: string | null
}

function owedOn(person: Officeholder, node: TaskNode | AssignmentNode | ExtensionRequestNode, tree: Tree): Owed | null {
  if (node.kind === 'TASK') return owedOnTask(person, node)
  return node.kind === 'ASSIGNMENT' ? owedOnAssignment(person, node, tree) : owedOnRequest(person, node, tree)
}

function owedOnTask({ personId }: Officeholder, { state, record, context }: TaskNode): Owed | null {
  const isLeader = personId === record.directingLeaderId
  const isFollower = personId === record.followerId
  const { dueOn } = record
  if (state === 'draft' && isLeader) return { kind: 'ISSUE', dueOn }
  // The follower keeps an eye on what is given out, also while it rests.
  if (['assigned', 'inProgress', 'suspended'].includes(state) && isFollower) return { kind: 'FOLLOW', dueOn }
  if (!isLeader && !isFollower) return null
  // What the lead unit gave back is to be answered.
  if (state === 'returned') return { kind: 'RESOLVE', dueOn }
  // Nobody can be asked to accept what they reported themselves.
  if (state === 'awaitingAcceptance' && ![context.reporterId, context.reporterForId].includes(personId))
    return { kind: 'ACCEPT', dueOn }
  return null
}

function owedOnAssignment(person: Officeholder, node: AssignmentNode, tree: Tree): Owed | null {
  if (!isAwaited(node, tree)) return null
  const task = taskIn(tree).record
  const reporters = [node.context.reporterId, node.context.reporterForId]
  // Whoever judges owes it by their own day: the task's, where it hangs under the task.
  const judgedBy = (giverOf(node, tree)?.record ?? task).dueOn
  switch (node.state) {
    case 'awaitingReceipt':
      return isHeldBy(person, node, tree) ? { kind: 'RECEIVE', dueOn: node.record.dueOn } : null
    case 'received':
    case 'delegated': {
      const kind = isContribution(lineAbove(node, tree)[0] ?? node) ? 'SUPPORT' : 'PROCESS'
      return isHeldBy(person, node, tree) ? { kind, dueOn: node.record.dueOn } : null
    }
    case 'reported':
      return isAskedFirst(person, node, reporters, tree) ? { kind: 'REVIEW', dueOn: judgedBy } : null
    case 'returned': {
      const isSecretariats = isContribution(node) && person.personId === task.followerId
      const isAsked = isSecretariats || isAskedFirst(person, node, [], tree)
      return isAsked ? { kind: 'RESOLVE', dueOn: judgedBy } : null
    }
    default:
      return null
  }
}

function owedOnRequest(person: Officeholder, request: ExtensionRequestNode, tree: Tree): Owed | null {
  const node = tree.nodes.get(request.parentId) as AssignmentNode
  if (request.state !== 'requested' || !isAwaited(node, tree)) return null
  const { requesterId, requesterForId } = request.context
  const isAsked = isAskedFirst(person, node, [requesterId, requesterForId], tree)
  return isAsked ? { kind: 'DECIDE', dueOn: node.record.dueOn } : null
}

/**
 * Who is asked first about what somebody reported, gave back or wants: whoever handed it on; about a supporting unit's part
 * the lead, or the follower where no lead has it; about the lead's the leader and the follower. A person is not asked about
 * their own doing, unless they are asked as one of a unit's heads.
 */
function isAskedFirst(person: Officeholder, node: AssignmentNode, doerIds: Doers, tree: Tree): boolean {
  const { directingLeaderId, followerId, restricted } = taskIn(tree).record
  const isDoer = doerIds.includes(person.personId)
  const lead = leadIn(tree)
  const asked = giverOf(node, tree) ?? (isContribution(node) && lead?.state !== 'returned' ? lead : undefined)
  if (asked) {
    const isAskedAsUnit = 'unitId' in asked.record.holder && !restricted
    return isHeldBy(person, asked, tree) && (isAskedAsUnit || !isDoer)
  }
  const isSide = person.personId === followerId || (!isContribution(node) && person.personId === directingLeaderId)
  return isSide && !isDoer
}
