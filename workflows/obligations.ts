import type { Principal } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import { inboxesOf, inboxOf } from './holder.ts'
import {
  assignmentAsking,
  type AssignmentNode,
  type ExtensionRequestNode,
  isLineOpen,
  leadAssignmentOf,
  type Node,
  parentOf,
  type TaskNode,
  taskOf,
  type TaskRecord,
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
  dueHour: Hour | null
}

/** Every open obligation of a task and what lies under it, derived from its states alone. */
export function obligationsOf(tree: Tree): Obligation[] {
  return [...tree.nodes.values()].flatMap((node) =>
    owedOn(tree, node).flatMap(({ kind, holders }) =>
      [...new Set(holders)].map((holder) => ({ subjectId: node.id, kind, holder, ...dueOf(tree, node, kind) })),
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
function dueOf(tree: Tree, node: Node, kind: ObligationKind): Pick<Obligation, 'dueOn' | 'dueHour'> {
  const { dueOn, dueHour } = timedBy(tree, node, kind).record
  return { dueOn, dueHour }
}

function timedBy(tree: Tree, node: Node, kind: ObligationKind): TaskNode | AssignmentNode {
  if (node.kind === 'EXTENSION_REQUEST') return assignmentAsking(tree, node)
  const judges = node.kind === 'ASSIGNMENT' && (kind === 'REVIEW' || kind === 'RESOLVE')
  return judges ? parentOf(tree, node) : node
}

function owedOnTask(tree: Tree): Owed[] {
  const { state, record, context } = taskOf(tree)
  const leader = inboxOf(record.directingLeaderId, record)
  const follower = inboxOf(record.followerId, record)
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
      return [{ kind: 'ACCEPT', holders: withoutDoer([leader, follower], record, reporterOf(context)) }]
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
      return [{ kind: 'REVIEW', holders: withoutDoer(givers(tree, node), record, reporterOf(node.context)) }]
    case 'returned':
      // A supporting unit's giving back goes to the lead and to the secretariat.
      return [
        {
          kind: 'RESOLVE',
          holders: isContribution(node)
            ? [...givers(tree, node), inboxOf(record.followerId, record)]
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
  const requester = [node.context.requesterId, node.context.requesterForId]
  return [{ kind: 'DECIDE', holders: withoutDoer(givers(tree, assignment), taskOf(tree).record, requester) }]
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
  const follower = inboxOf(record.followerId, record)
  return isContribution(node) ? [follower] : [inboxOf(record.directingLeaderId, record), follower]
}

function isContribution(node: AssignmentNode): boolean {
  return node.record.role === 'SUPPORT'
}

type Doer = (string | null)[]

/** Who reported, and the absent person they did it for. */
function reporterOf({ reporterId, reporterForId }: TaskNode['context'] | AssignmentNode['context']): Doer {
  return [reporterId, reporterForId]
}

/** Nobody is asked to judge their own doing, nor what a substitute did in their name. */
function withoutDoer(holders: Principal[], task: TaskRecord, doer: Doer): Principal[] {
  const own = doer.flatMap((personId) => (personId ? inboxOf(personId, task) : []))
  return holders.filter((holder) => !own.includes(holder))
}
