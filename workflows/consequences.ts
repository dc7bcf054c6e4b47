import type { AssignmentConsequence } from './assignment/events.ts'
import type { AssignmentFact } from './assignment/facts.ts'
import { type Day, daysAfter, daysBetween } from './calendar/day.ts'
import type { ExtensionRequestConsequence } from './extension-request/events.ts'
import type { ExtensionRequestFact } from './extension-request/facts.ts'
import { isSettled } from './registry.ts'
import { succeededIn, supportersBeside } from './succession.ts'
import type { TaskConsequence } from './task/events.ts'
import type { TaskFact } from './task/facts.ts'
import {
  assignmentAsking,
  type AssignmentNode,
  type AssignmentRecord,
  assignmentsOf,
  assignmentsUnder,
  type ExtensionRequestRecord,
  leadAssignmentOf,
  type Node,
  type Supporter,
  supportAssignmentsOf,
  type TaskNode,
  taskOf,
  type TaskRecord,
  type Tree,
} from './tree.ts'

export type Fact = TaskFact | AssignmentFact | ExtensionRequestFact

/** What a fact brings about under the same root. */
export type Consequence =
  | { moves: string; event: TaskConsequence | AssignmentConsequence | ExtensionRequestConsequence }
  | { assignsUnder: string; record: AssignmentRecord }
  /** `forId` is the absent person for whom a substitute asks. */
  | { asksUnder: string; record: ExtensionRequestRecord; forId: string | null }
  /** The record itself changes: a due day, a follower, a lead unit. What changed is written into the step that caused it. */
  | { amends: string; record: Partial<TaskRecord> | Partial<AssignmentRecord> }

export interface Happened<F extends Fact> {
  fact: F
  node: Node
  tree: Tree
  /** Who acted, and the absent person they acted for. */
  personId: string
  insteadOfId: string | null
}

type ConsequencesOf<F extends Fact> = (happened: Happened<F>) => Consequence[]

/** The pure table from each fact to what follows from it. `tree` stands as it is after the fact. */
export const consequences: { [Type in Fact['type']]: ConsequencesOf<Extract<Fact, { type: Type }>> } = {
  'task.edited': () => [],
  'task.discarded': () => [],
  'task.issued': ({ tree }) => [assignLead(tree), ...taskOf(tree).record.supporters.map(assignSupporter(tree))],
  // The draft names again whom the assignments told of, with the days they have now.
  'task.takenBack': ({ tree }) => [
    { amends: tree.rootId, record: { supporters: namedAgain(tree) } },
    ...assignmentsOf(tree).filter(isOpen).map(toldTo('withdraw')),
  ],
  'task.contentChanged': () => [],
  'task.dueDayChanged': ({ fact, tree }) => setDueDay(tree, fact.dueOn),
  'task.followerChanged': ({ fact, tree }) => [{ amends: tree.rootId, record: { followerId: fact.followerId } }],
  'task.supportersAdded': ({ fact, tree }) => {
    const added = fact.supporters.map(({ unitId }) => unitId)
    const others = taskOf(tree).record.supporters.filter(({ unitId }) => !added.includes(unitId))
    return [
      { amends: tree.rootId, record: { supporters: [...others, ...fact.supporters] } },
      ...fact.supporters.map(assignSupporter(tree)),
    ]
  },
  'task.reassigned': ({ fact, tree }) => {
    const former = leadAssignmentOf(tree)
    return [
      ...(former ? takeAway(tree, former) : []),
      { amends: tree.rootId, record: { leadUnitId: fact.leadUnitId } },
      assignLead(tree, fact.leadUnitId),
    ]
  },
  'task.givenBack': () => [],
  'task.insistedOn': ({ tree }) => [leadAssignmentOf(tree)!].map(toldTo('insisted')),
  'task.urged': () => [],
  'task.suspended': ({ tree }) => assignmentsOf(tree).filter(isOpen).map(toldTo('suspend')),
  'task.resumed': ({ fact, tree }) => {
    const days = daysBetween(fact.suspendedOn, fact.today)
    const laterBy = (dueOn: Day) => fact.laterDays[dueOn] ?? daysAfter(dueOn, days)
    const open = assignmentsOf(tree).filter(isOpen)
    // The clock of what is reported stood still of itself: its report is judged by the day it had, and what lies below is due
    // no later.
    const waiting = open.filter(({ state }) => state === 'reported')
    const resting = [...waiting, ...waiting.flatMap(({ id }) => assignmentsUnder(tree, id))].map(idOf)
    const running = open.filter(({ id }) => !resting.includes(id))
    return [...open.map(toldTo('resume')), ...[taskOf(tree), ...running].flatMap(putOff(tree, laterBy))]
  },
  'task.outsideDecided': ({ fact: { outerDueOn }, tree }) =>
    outerDueOn ? [{ amends: tree.rootId, record: { outerDueOn } }] : [],
  'task.resultPassedUp': ({ tree }) => lapseAll(tree),
  'task.sentBack': ({ tree }) => [leadAssignmentOf(tree)!].map(toldTo('reopen')),
  'task.completed': ({ tree }) => closeAll(tree),
  'task.reopened': ({ fact, tree }) => [
    ...[leadAssignmentOf(tree)!].map(toldTo('reopen')),
    ...(fact.dueOn ? setDueDay(tree, fact.dueOn) : []),
  ],
  'task.revoked': ({ tree }) => closeAll(tree),
  'task.handedOver': ({ fact, tree }) =>
    succeededIn(tree, fact.succession).map(({ id, record }) => ({ amends: id, record })),
  'assignment.received': ({ node, tree }) =>
    isLead(node, tree) ? [{ moves: tree.rootId, event: { type: 'leadReceived' } }] : [],
  'assignment.delegated': ({ fact, node, personId }) =>
    fact.delegates.map((delegate) => ({
      assignsUnder: node.id,
      record: { role: 'LEAD', givenById: personId, extensions: 0, ...delegate, ...hourOn(delegate.dueOn, node) },
    })),
  'assignment.progressed': () => [],
  // What the lead reports is passed up, and then nobody waits for more time any more.
  'assignment.reported': ({ node, tree }) =>
    isLead(node, tree) ? [{ moves: tree.rootId, event: { type: 'resultPassedUp' } }] : lapse(tree, [node.id]),
  'assignment.contributionAccepted': ({ node, tree }) => {
    const under = assignmentsUnder(tree, node.id)
    return [...under.filter(isOpen).map(toldTo('close')), ...lapse(tree, under.map(idOf))]
  },
  'assignment.sentBack': () => [],
  'assignment.givenBack': ({ node, tree }) => [
    ...lapse(tree, [node.id]),
    ...(isLead(node, tree) ? [{ moves: tree.rootId, event: { type: 'leadGaveBack' } } as const] : []),
  ],
  'assignment.insistedOn': () => [],
  'assignment.released': ({ node, tree }) => takeAway(tree, node as AssignmentNode),
  'assignment.extensionRequested': ({ fact, node, personId, insteadOfId }) => [
    { asksUnder: node.id, record: { requestedById: personId, dueOn: fact.dueOn }, forId: insteadOfId },
  ],
  'extensionRequest.granted': ({ fact: { dueOn }, node, tree }) => {
    if (node.kind !== 'EXTENSION_REQUEST') return []
    const assignment = assignmentAsking(tree, node)
    const extended = isLead(assignment, tree) ? [assignment, taskOf(tree)] : [assignment]
    return extended.map(({ id, record }) => ({
      amends: id,
      record: { dueOn, dueHour: null, extensions: record.extensions + 1 },
    }))
  },
  'extensionRequest.refused': () => [],
  'extensionRequest.withdrawn': () => [],
}

function assignLead(tree: Tree, leadUnitId = taskOf(tree).record.leadUnitId): Consequence {
  const { directingLeaderId, dueOn, dueHour } = taskOf(tree).record
  return {
    assignsUnder: tree.rootId,
    record: {
      role: 'LEAD',
      holder: { unitId: leadUnitId },
      givenById: directingLeaderId,
      instruction: null,
      dueOn,
      dueHour,
      extensions: 0,
    },
  }
}

function assignSupporter(tree: Tree): (supporter: Supporter) => Consequence {
  return ({ unitId, dueOn }) => ({
    assignsUnder: tree.rootId,
    record: {
      role: 'SUPPORT',
      holder: { unitId },
      givenById: taskOf(tree).record.directingLeaderId,
      instruction: null,
      dueOn,
      ...hourOn(dueOn, taskOf(tree)),
      extensions: 0,
    },
  })
}

/** Due on the day of whoever gave the work is due by their hour: nobody below has longer. */
function hourOn(dueOn: Day | null, giver: Node): Pick<AssignmentRecord, 'dueHour'> {
  if (giver.kind === 'EXTENSION_REQUEST') return { dueHour: null }
  return { dueHour: dueOn !== null && dueOn === giver.record.dueOn ? giver.record.dueHour : null }
}

/** Units that merged since are named once, and not beside the lead they now are. */
function namedAgain(tree: Tree): Supporter[] {
  const named = supportAssignmentsOf(tree)
    .filter(isOpen)
    .flatMap(({ record: { holder, dueOn } }) => ('unitId' in holder ? [{ unitId: holder.unitId, dueOn }] : []))
  return supportersBeside(taskOf(tree).record.leadUnitId, named)
}

/** A new due day for the task and its lead, without an hour; who supports or was handed a part is due no later than that. */
function setDueDay(tree: Tree, dueOn: Day | null): Consequence[] {
  const lead = leadAssignmentOf(tree)
  const later = assignmentsOf(tree).filter(
    (node) =>
      isOpen(node) && node.id !== lead?.id && dueOn && (node.record.dueOn === null || node.record.dueOn > dueOn),
  )
  // What is open-ended was not put off; with another day the extensions are counted anew.
  const record = dueOn ? { dueOn, dueHour: null } : { dueOn, dueHour: null, extensions: 0 }
  return [taskOf(tree), ...(lead ? [lead] : []), ...later].map(({ id }) => ({ amends: id, record }))
}

/** Later by as much as work stood still, though not past the outside assigner's: their clock does not stand still with ours. */
function putOff(tree: Tree, laterBy: (dueOn: Day) => Day): (node: TaskNode | AssignmentNode) => Consequence[] {
  const { outerDueOn } = taskOf(tree).record
  return ({ id, record: { dueOn } }) => {
    if (!dueOn) return []
    const later = laterBy(dueOn)
    if (later === dueOn) return []
    if (!outerDueOn || later <= outerDueOn) return [{ amends: id, record: { dueOn: later } }]
    return dueOn < outerDueOn ? [{ amends: id, record: { dueOn: outerDueOn } }] : []
  }
}

/** Takes an assignment away with all that was handed on from it and asked about it. */
function takeAway(tree: Tree, assignment: AssignmentNode): Consequence[] {
  const branch = [assignment, ...assignmentsUnder(tree, assignment.id)]
  return [...branch.filter(isOpen).map(toldTo('withdraw')), ...lapse(tree, branch.map(idOf))]
}

function closeAll(tree: Tree): Consequence[] {
  return [...assignmentsOf(tree).filter(isOpen).map(toldTo('close')), ...lapseAll(tree)]
}

function lapseAll(tree: Tree): Consequence[] {
  return lapse(tree, assignmentsOf(tree).map(idOf))
}

/** Requests for more time that nobody needs an answer to any more. */
function lapse(tree: Tree, assignmentIds: string[]): Consequence[] {
  return [...tree.nodes.values()]
    .filter((node) => node.kind === 'EXTENSION_REQUEST' && assignmentIds.includes(node.parentId) && isOpen(node))
    .map((node) => ({ moves: node.id, event: { type: 'lapse' } }))
}

function toldTo(type: AssignmentConsequence['type']): (assignment: AssignmentNode) => Consequence {
  return ({ id }) => ({ moves: id, event: { type } })
}

function isLead(node: Node, tree: Tree): boolean {
  return leadAssignmentOf(tree)?.id === node.id
}

function isOpen(node: Node): boolean {
  return !isSettled(node)
}

function idOf({ id }: Node): string {
  return id
}
