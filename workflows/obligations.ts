import { personPrincipal, type Principal } from './actor.ts'
import type { Day } from './calendar/day.ts'
import { inboxesOf } from './holder.ts'
import {
  assignmentAsking,
  type AssignmentNode,
  type ExtensionRequestNode,
  isLineOpen,
  leadAssignmentOf,
  type Node,
  parentOf,
  taskOf,
  topOf,
  type Tree,
} from './tree.ts'

export type ObligationKind =
  'ISSUE' | 'RECEIVE' | 'PROCESS' | 'SUPPORT' | 'REVIEW' | 'ACCEPT' | 'RESOLVE' | 'DECIDE' | 'FOLLOW'

/** Who owes what on which subject, by when: one open row of WorkItem. */
export interface Obligation {
  subjectId: string
  kind: ObligationKind
  holder: Principal
  dueOn: Day | null
}

/** Every open obligation of a task and what lies under it, derived from its states alone. */
export function obligationsOf(tree: Tree): Obligation[] {
  return [...tree.nodes.values()].flatMap((node) =>
    owedOn(tree, node).flatMap(({ kind, holders }) =>
      [...new Set(holders)].map((holder) => ({ subjectId: node.id, kind, holder, dueOn: dueOnOf(tree, node, kind) })),
    ),
  )
}

interface Owed {
  kind: ObligationKind
  holders: Principal[]
}

function owedOn(tree: Tree, node: Node): Owed[] {
  switch (node.kind) {
    case 'TASK':
      return owedOnTask(tree)
    case 'ASSIGNMENT':
      return owedOnAssignment(tree, node)
    case 'EXTENSION_REQUEST':
      return owedOnExtensionRequest(tree, node)
  }
}

/** Whoever judges what was handed on owes it by their own day. */
function dueOnOf(tree: Tree, node: Node, kind: ObligationKind): Day | null {
  if (node.kind === 'EXTENSION_REQUEST') return assignmentAsking(tree, node).record.dueOn
  const judges = node.kind === 'ASSIGNMENT' && (kind === 'REVIEW' || kind === 'RESOLVE')
  return judges ? parentOf(tree, node).record.dueOn : node.record.dueOn
}

function owedOnTask(tree: Tree): Owed[] {
  const { state, record, context } = taskOf(tree)
  const leader = personPrincipal(record.directingLeaderId)
  const follower = personPrincipal(record.followerId)
  switch (state) {
    case 'draft':
      return [{ kind: 'ISSUE', holders: [leader] }]
    case 'assigned':
    case 'inProgress':
    case 'suspended':
      return [{ kind: 'FOLLOW', holders: [follower] }]
    case 'returned':
      return [{ kind: 'RESOLVE', holders: [leader, follower] }]
    case 'awaitingAcceptance':
      // The leader decides; the follower prepares it, or decides by standing duty. Whoever passed the result up may not.
      return [{ kind: 'ACCEPT', holders: withoutPerson([leader, follower], context.reporterId) }]
    default:
      return []
  }
}

function owedOnAssignment(tree: Tree, node: AssignmentNode): Owed[] {
  if (!isLineOpen(tree, node)) return []
  const { record } = taskOf(tree)
  const inboxes = inboxesOf(node.record.holder, record)
  switch (node.state) {
    case 'awaitingReceipt':
      return [{ kind: 'RECEIVE', holders: inboxes }]
    case 'received':
    case 'delegated':
      // What a supporting unit works at, and hands on, is counted apart from what it leads.
      return [{ kind: isContribution(topOf(tree, node)) ? 'SUPPORT' : 'PROCESS', holders: inboxes }]
    case 'reported':
      return [{ kind: 'REVIEW', holders: withoutPerson(givers(tree, node), node.context.reporterId) }]
    case 'returned':
      // A supporting unit's giving back goes to the lead and to the secretariat.
      return [
        {
          kind: 'RESOLVE',
          holders: isContribution(node)
            ? [...givers(tree, node), personPrincipal(record.followerId)]
            : givers(tree, node),
        },
      ]
    default:
      return []
  }
}

function owedOnExtensionRequest(tree: Tree, node: ExtensionRequestNode): Owed[] {
  const assignment = assignmentAsking(tree, node)
  if (node.state !== 'requested' || !isLineOpen(tree, assignment)) return []
  return [{ kind: 'DECIDE', holders: withoutPerson(givers(tree, assignment), node.context.requesterId) }]
}

/**
 * Whom the holder of an assignment answers to: the head who handed it on; for a supporting unit the lead, or the follower
 * while no lead has it; for the lead unit the directing leader and the follower. Never who holds it alone.
 */
function givers(tree: Tree, node: AssignmentNode): Principal[] {
  const { record } = taskOf(tree)
  const parent = parentOf(tree, node)
  if (parent.kind === 'ASSIGNMENT') return inboxesOf(parent.record.holder, record)
  const lead = leadAssignmentOf(tree)
  if (isContribution(node) && lead && lead.state !== 'returned') return inboxesOf(lead.record.holder, record)
  const follower = personPrincipal(record.followerId)
  return isContribution(node) ? [follower] : [personPrincipal(record.directingLeaderId), follower]
}

function isContribution(node: AssignmentNode): boolean {
  return node.record.role === 'SUPPORT'
}

function withoutPerson(holders: Principal[], personId: string | null): Principal[] {
  return holders.filter((holder) => personId === null || holder !== personPrincipal(personId))
}
