import type { Officeholder } from '../actor.ts'
import { partsInAssignment, postOnAssignersSide } from '../assignment/parts.ts'
import type { Parts } from '../permit.ts'
import { assignmentAsking, type ExtensionRequestNode, parentOf, type Tree } from '../tree.ts'

export type ExtensionRequestPart = 'requester' | 'decider'

/**
 * The parts of a person in a request for more time. Whoever holds the assignment asks; who gave it decides: the assigner's
 * side to the lead unit, the lead or the assigner's side to a supporting unit, the head to an officer.
 */
export function partsInExtensionRequest(
  actor: Officeholder,
  node: ExtensionRequestNode,
  tree: Tree,
): Parts<ExtensionRequestPart> {
  const assignment = assignmentAsking(tree, node)
  const { holder, giver, lead } = partsInAssignment(actor, assignment, tree)
  const above = parentOf(tree, assignment).kind === 'TASK' ? postOnAssignersSide(actor, tree) : undefined
  const parts: Parts<ExtensionRequestPart> = {}
  if (holder !== undefined) parts.requester = holder
  const decider = giver ?? lead ?? above
  if (decider !== undefined) parts.decider = decider
  return parts
}
