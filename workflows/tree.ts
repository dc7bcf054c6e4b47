import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import type { AssignmentContext } from './assignment/machine.ts'
import type { ExtensionRequestContext } from './extension-request/machine.ts'
import type { TaskContext } from './task/machine.ts'

/** A root subject and everything under it, as an act finds it locked: what the planner reads and gives back changed. */
export interface Tree {
  rootId: string
  nodes: ReadonlyMap<string, Node>
}

export type Node = TaskNode | AssignmentNode | ExtensionRequestNode

interface NodeBase {
  id: string
  parentId: string | null
  version: number
  state: string
}

export interface TaskNode extends NodeBase {
  kind: 'TASK'
  context: TaskContext
  record: TaskRecord
}

export interface AssignmentNode extends NodeBase {
  kind: 'ASSIGNMENT'
  parentId: string
  context: AssignmentContext
  record: AssignmentRecord
}

export interface ExtensionRequestNode extends NodeBase {
  kind: 'EXTENSION_REQUEST'
  /** The assignment that asks for more time. */
  parentId: string
  context: ExtensionRequestContext
  record: ExtensionRequestRecord
}

/** What of a task decides rights and obligations. */
export interface TaskRecord {
  organId: string
  directingLeaderId: string
  leadUnitId: string
  followerId: string
  enteredById: string
  dueOn: Day | null
  /** Of flash work the hour of that day. */
  dueHour: Hour | null
  /** How often the due day was put off at the assignee's request. */
  extensions: number
  /** Of a task given by an outside assigner (Government, Prime Minister, Party body): the day they set, which no inner day may pass. */
  outerDueOn: Day | null
  /** Given by an outside assigner: what they decide is recorded with the document that says so. */
  isFromOutside: boolean
  restricted: boolean
  /** Of a restricted task: the persons named beside the assigner's side, and those of them who head the lead unit. */
  namedPersonIds: string[]
  namedHeadIds: string[]
  /** The source has a symbol, a day and a signer: the secretariat may issue from it by standing duty. */
  sourceIsSigned: boolean
  /** Whom the draft names to support the lead; once issued, the assignments tell. */
  supporters: Supporter[]
}

/** A supporting unit with its own day, not after the lead's. */
export interface Supporter {
  unitId: string
  dueOn: Day | null
}

export interface AssignmentRecord {
  role: 'LEAD' | 'SUPPORT' | 'INFORM'
  holder: Holder
  givenById: string
  instruction: string | null
  dueOn: Day | null
  /** The task's, as long as it is due on the same day. */
  dueHour: Hour | null
  extensions: number
}

export interface ExtensionRequestRecord {
  requestedById: string
  /** The day asked for. */
  dueOn: Day
}

export type Holder = { unitId: string } | { personId: string }

export function taskOf(tree: Tree): TaskNode {
  const root = tree.nodes.get(tree.rootId)
  if (root?.kind !== 'TASK') throw new Error(`Root ${tree.rootId} is not a task`)
  return root
}

export function assignmentsOf(tree: Tree): AssignmentNode[] {
  return [...tree.nodes.values()].filter((node) => node.kind === 'ASSIGNMENT')
}

export function extensionRequestsOf(tree: Tree, assignmentId: string): ExtensionRequestNode[] {
  return [...tree.nodes.values()].filter(
    (node) => node.kind === 'EXTENSION_REQUEST' && node.parentId === assignmentId,
  ) as ExtensionRequestNode[]
}

/** The assignment of the lead unit: of the LEADs directly under the task the one that was not taken away again. */
export function leadAssignmentOf(tree: Tree): AssignmentNode | undefined {
  return topAssignments(tree, 'LEAD').findLast(({ state }) => state !== 'withdrawn')
}

/** The assignments of the supporting units, those that were taken away again left out. */
export function supportAssignmentsOf(tree: Tree): AssignmentNode[] {
  return topAssignments(tree, 'SUPPORT').filter(({ state }) => state !== 'withdrawn')
}

function topAssignments(tree: Tree, role: AssignmentRecord['role']): AssignmentNode[] {
  return assignmentsOf(tree).filter((node) => node.parentId === tree.rootId && node.record.role === role)
}

export function parentOf(tree: Tree, node: AssignmentNode): TaskNode | AssignmentNode {
  const parent = tree.nodes.get(node.parentId)
  if (!parent || parent.kind === 'EXTENSION_REQUEST') throw new Error(`Assignment ${node.id} hangs under nothing`)
  return parent
}

export function assignmentAsking(tree: Tree, node: ExtensionRequestNode): AssignmentNode {
  const assignment = tree.nodes.get(node.parentId)
  if (assignment?.kind !== 'ASSIGNMENT') throw new Error(`Extension request ${node.id} hangs under no assignment`)
  return assignment
}

/** The assignment directly under the task that this one was handed on from, or itself. */
export function topOf(tree: Tree, node: AssignmentNode): AssignmentNode {
  const parent = parentOf(tree, node)
  return parent.kind === 'TASK' ? node : topOf(tree, parent)
}

/** Everything handed on from an assignment, to any depth. */
export function assignmentsUnder(tree: Tree, id: string): AssignmentNode[] {
  return assignmentsOf(tree)
    .filter((node) => node.parentId === id)
    .flatMap((node) => [node, ...assignmentsUnder(tree, node.id)])
}

/**
 * Whether everything above an assignment still waits for it. Once the head has passed the result up, what lies below
 * rests until the result comes back. A supporting unit works on while the lead has given the task back.
 */
export function isLineOpen(tree: Tree, node: AssignmentNode): boolean {
  const parent = parentOf(tree, node)
  if (parent.kind === 'ASSIGNMENT') return parent.state === 'delegated' && isLineOpen(tree, parent)
  if (parent.state === 'returned') return node.record.role === 'SUPPORT'
  return parent.state === 'assigned' || parent.state === 'inProgress'
}

export function withNode(tree: Tree, node: Node): Tree {
  return { rootId: tree.rootId, nodes: new Map(tree.nodes).set(node.id, node) }
}
