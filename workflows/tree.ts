import type { Day } from './calendar/day.ts'
import type { AssignmentContext } from './assignment/machine.ts'
import type { TaskContext } from './task/machine.ts'

/** A root subject and everything under it, as an act finds it locked: what the planner reads and gives back changed. */
export interface Tree {
  rootId: string
  nodes: ReadonlyMap<string, Node>
}

export type Node = TaskNode | AssignmentNode

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

/** What of a task decides rights and obligations. */
export interface TaskRecord {
  organId: string
  directingLeaderId: string
  leadUnitId: string
  followerId: string
  enteredById: string
  dueOn: Day | null
  restricted: boolean
  /** Of a restricted task: the persons named beside the assigner's side, and those of them who head the lead unit. */
  namedPersonIds: string[]
  namedHeadIds: string[]
  /** The source has a symbol, a day and a signer: the secretariat may issue from it by standing duty. */
  sourceIsSigned: boolean
}

export interface AssignmentRecord {
  role: 'LEAD' | 'SUPPORT' | 'INFORM'
  holder: Holder
  givenById: string
  instruction: string | null
  dueOn: Day | null
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

/** The assignment of the lead unit: the one LEAD directly under the task. */
export function leadAssignmentOf(tree: Tree): AssignmentNode | undefined {
  return assignmentsOf(tree).find((node) => node.parentId === tree.rootId && node.record.role === 'LEAD')
}

export function parentOf(tree: Tree, node: AssignmentNode): Node {
  const parent = tree.nodes.get(node.parentId)
  if (!parent) throw new Error(`Assignment ${node.id} has no parent in its tree`)
  return parent
}

/**
 * Whether everything above an assignment still waits for it. Once the head has passed the result up, what lies below
 * rests until the result comes back.
 */
export function isLineOpen(tree: Tree, node: AssignmentNode): boolean {
  const parent = parentOf(tree, node)
  if (parent.kind === 'TASK') return parent.state === 'assigned' || parent.state === 'inProgress'
  return parent.state === 'delegated' && isLineOpen(tree, parent)
}

export function withNode(tree: Tree, node: Node): Tree {
  return { rootId: tree.rootId, nodes: new Map(tree.nodes).set(node.id, node) }
}
