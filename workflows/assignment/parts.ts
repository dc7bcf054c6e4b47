import { type Actor, headPost } from '../actor.ts'
import type { Parts } from '../permit.ts'
import { type AssignmentNode, type Holder, parentOf, type Tree } from '../tree.ts'

export type AssignmentPart = 'holder' | 'giver'

/** The parts of a person in an assignment: its holder, or the holder of the one it was handed on from. */
export function partsInAssignment(actor: Actor, node: AssignmentNode, tree: Tree): Parts<AssignmentPart> {
  const parts: Parts<AssignmentPart> = {}
  const held = postHolding(actor, node.record.holder)
  if (held !== undefined) parts.holder = held
  const parent = parentOf(tree, node)
  const given = parent.kind === 'ASSIGNMENT' ? postHolding(actor, parent.record.holder) : undefined
  if (given !== undefined) parts.giver = given
  return parts
}

/** A unit acts by its head and deputies. Undefined: the person does not hold it. */
function postHolding(actor: Actor, holder: Holder): string | null | undefined {
  if ('unitId' in holder) return headPost(actor, holder.unitId)?.id
  // A person without any post today (left, or not yet come) holds nothing.
  return actor.personId === holder.personId ? actor.posts.find((post) => post.role !== 'ADMIN')?.id : undefined
}
