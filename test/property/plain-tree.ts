import type { AssignmentNode, ExtensionRequestNode, TaskNode, Tree } from '#workflows/tree.ts'

/** A task and what hangs under it, read once more in plain words: what every plain statement of the rules begins with. */
export function taskIn(tree: Tree): TaskNode {
  return tree.nodes.get(tree.rootId) as TaskNode
}

export function assignmentsIn(tree: Tree): AssignmentNode[] {
  return [...tree.nodes.values()].filter((node) => node.kind === 'ASSIGNMENT')
}

export function requestsIn(tree: Tree): ExtensionRequestNode[] {
  return [...tree.nodes.values()].filter((node) => node.kind === 'EXTENSION_REQUEST')
}

/** The lead unit's part. A unit the task was taken away from leads no more. */
export function leadIn(tree: Tree): AssignmentNode | undefined {
  return assignmentsIn(tree).find(
    ({ parentId, state, record }) => parentId === tree.rootId && record.role === 'LEAD' && state !== 'withdrawn',
  )
}

export function isContribution({ record }: AssignmentNode): boolean {
  return record.role === 'SUPPORT'
}

export function giverOf(node: AssignmentNode, tree: Tree): AssignmentNode | null {
  const parent = tree.nodes.get(node.parentId)
  return parent?.kind === 'ASSIGNMENT' ? parent : null
}

/** From the assignment directly under the task down to the one this was handed on from. */
export function lineAbove(node: AssignmentNode, tree: Tree): AssignmentNode[] {
  const giver = giverOf(node, tree)
  return giver ? [...lineAbove(giver, tree), giver] : []
}

/** All that was handed on from it, and from that, and so on. */
export function branchBelow(id: string, tree: Tree): AssignmentNode[] {
  return assignmentsIn(tree).filter((node) => lineAbove(node, tree).some((above) => above.id === id))
}

/**
 * Whether anybody waits for it: everybody above has handed it on and neither reported nor given back, and the task is with the
 * units. Supporting units and those under them work on while the lead has given the task back.
 */
export function isAwaited(node: AssignmentNode, tree: Tree): boolean {
  const line = lineAbove(node, tree)
  const states = isContribution(line[0] ?? node) ? ['assigned', 'inProgress', 'returned'] : ['assigned', 'inProgress']
  return states.includes(taskIn(tree).state) && line.every(({ state }) => state === 'delegated')
}

/** The last day that may be given: nobody gives more time than they have, and nobody more than the outside assigner. */
export function latestDay(node: AssignmentNode, tree: Tree): string | null {
  const giver = giverOf(node, tree)
  if (giver) return giver.record.dueOn
  const { dueOn, outerDueOn } = taskIn(tree).record
  return isContribution(node) ? dueOn : outerDueOn
}
