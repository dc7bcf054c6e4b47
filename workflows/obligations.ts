import { personPrincipal, type Principal } from './actor.ts'
import type { Day } from './calendar/day.ts'
import { inboxesOf } from './holder.ts'
import { type AssignmentNode, assignmentsOf, isLineOpen, parentOf, taskOf, type Tree } from './tree.ts'

export type ObligationKind = 'ISSUE' | 'RECEIVE' | 'PROCESS' | 'REVIEW' | 'ACCEPT' | 'FOLLOW'

/** Who owes what on which subject, by when: one open row of WorkItem. */
export interface Obligation {
  subjectId: string
  kind: ObligationKind
  holder: Principal
  dueOn: Day | null
}

/** Every open obligation of a task and what lies under it, derived from its states alone. */
export function obligationsOf(tree: Tree): Obligation[] {
  return [...obligationsOfTask(tree), ...assignmentsOf(tree).flatMap((node) => obligationsOfAssignment(tree, node))]
}

function obligationsOfTask(tree: Tree): Obligation[] {
  const { id, state, record, context } = taskOf(tree)
  const owed = (kind: ObligationKind, personId: string): Obligation => ({
    subjectId: id,
    kind,
    holder: personPrincipal(personId),
    dueOn: record.dueOn,
  })
  switch (state) {
    case 'draft':
      return [owed('ISSUE', record.directingLeaderId)]
    case 'assigned':
    case 'inProgress':
      return [owed('FOLLOW', record.followerId)]
    case 'awaitingAcceptance':
      // The leader decides; the follower prepares it, or decides by standing duty. Whoever passed the result up may not.
      return [...new Set([record.directingLeaderId, record.followerId])]
        .filter((personId) => personId !== context.reporterId)
        .map((personId) => owed('ACCEPT', personId))
    default:
      return []
  }
}

function obligationsOfAssignment(tree: Tree, node: AssignmentNode): Obligation[] {
  if (!isLineOpen(tree, node)) return []
  const task = taskOf(tree).record
  const owed = (kind: ObligationKind, holders: Principal[], dueOn: Day | null): Obligation[] =>
    holders.map((holder) => ({ subjectId: node.id, kind, holder, dueOn }))
  switch (node.state) {
    case 'awaitingReceipt':
      return owed('RECEIVE', inboxesOf(node.record.holder, task), node.record.dueOn)
    case 'received':
    case 'delegated':
      return owed('PROCESS', inboxesOf(node.record.holder, task), node.record.dueOn)
    case 'reported': {
      const parent = parentOf(tree, node)
      return parent.kind === 'ASSIGNMENT'
        ? owed('REVIEW', inboxesOf(parent.record.holder, task), parent.record.dueOn)
        : []
    }
    default:
      return []
  }
}
