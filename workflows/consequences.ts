import type { AssignmentConsequence } from './assignment/events.ts'
import type { AssignmentFact } from './assignment/facts.ts'
import { isFinal } from './registry.ts'
import type { TaskConsequence } from './task/events.ts'
import type { TaskFact } from './task/facts.ts'
import { type AssignmentRecord, assignmentsOf, leadAssignmentOf, type Node, taskOf, type Tree } from './tree.ts'

export type Fact = TaskFact | AssignmentFact

/** What a fact brings about under the same root: an event on another subject, or a new assignment. */
export type Consequence =
  { moves: string; event: TaskConsequence | AssignmentConsequence } | { beginsUnder: string; record: AssignmentRecord }

type ConsequencesOf<F extends Fact> = (happened: { fact: F; node: Node; tree: Tree; personId: string }) => Consequence[]

/** The pure table from each fact to what follows from it. `tree` stands as it is after the fact. */
export const consequences: { [Type in Fact['type']]: ConsequencesOf<Extract<Fact, { type: Type }>> } = {
  'task.edited': () => [],
  'task.discarded': () => [],
  'task.issued': ({ tree }) => {
    const { record } = taskOf(tree)
    const lead: AssignmentRecord = {
      role: 'LEAD',
      holder: { unitId: record.leadUnitId },
      givenById: record.directingLeaderId,
      instruction: null,
      dueOn: record.dueOn,
    }
    return [{ beginsUnder: tree.rootId, record: lead }]
  },
  'task.resultPassedUp': () => [],
  'task.sentBack': ({ tree }) => {
    const lead = leadAssignmentOf(tree)
    return lead ? [{ moves: lead.id, event: { type: 'reopen' } }] : []
  },
  'task.completed': ({ tree }) => closeAll(tree),
  'task.revoked': ({ tree }) => closeAll(tree),
  'assignment.received': ({ node, tree }) =>
    isLead(node, tree) ? [{ moves: tree.rootId, event: { type: 'leadReceived' } }] : [],
  'assignment.delegated': ({ fact, node, personId }) =>
    fact.delegates.map((delegate) => ({
      beginsUnder: node.id,
      record: { role: 'LEAD', givenById: personId, ...delegate },
    })),
  'assignment.progressed': () => [],
  'assignment.reported': ({ node, tree }) =>
    isLead(node, tree) ? [{ moves: tree.rootId, event: { type: 'resultPassedUp' } }] : [],
  'assignment.sentBack': () => [],
}

function isLead(node: Node, tree: Tree): boolean {
  return leadAssignmentOf(tree)?.id === node.id
}

function closeAll(tree: Tree): Consequence[] {
  return assignmentsOf(tree)
    .filter((assignment) => !isFinal(assignment))
    .map((assignment) => ({ moves: assignment.id, event: { type: 'close' } }))
}
