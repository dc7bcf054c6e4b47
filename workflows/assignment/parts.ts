import { headPost, type Officeholder } from '../actor.ts'
import type { Parts } from '../permit.ts'
import { assignersSide, partsInTask } from '../task/parts.ts'
import { type AssignmentNode, type Holder, leadAssignmentOf, parentOf, taskOf, type Tree } from '../tree.ts'

/** `lead` and `assignersSide` are parts in what a supporting unit holds: the lead's head, and who gave the task. */
export type AssignmentPart = 'holder' | 'giver' | 'lead' | 'assignersSide'

/** The parts of a person in an assignment: its holder, or the one they answer to for it. */
export function partsInAssignment(actor: Officeholder, node: AssignmentNode, tree: Tree): Parts<AssignmentPart> {
  const parts: Parts<AssignmentPart> = {}
  const admit = (part: AssignmentPart, postId: string | null | undefined) => {
    if (postId !== undefined) parts[part] = postId
  }
  admit('holder', postHolding(actor, node.record.holder))
  const parent = parentOf(tree, node)
  if (parent.kind === 'ASSIGNMENT') {
    admit('giver', postHolding(actor, parent.record.holder))
  } else if (node.record.role === 'SUPPORT') {
    const lead = leadAssignmentOf(tree)
    if (lead && lead.state !== 'returned') admit('lead', postHolding(actor, lead.record.holder))
    admit('assignersSide', postOnAssignersSide(actor, tree))
  }
  return parts
}

/** The post by which the person stands on the assigner's side of the task. */
export function postOnAssignersSide(actor: Officeholder, tree: Tree): string | null | undefined {
  const parts = partsInTask(actor, taskOf(tree).record)
  const part = assignersSide.find((candidate) => candidate in parts)
  return part && parts[part]
}

/** A unit acts by its head and deputies. Undefined: the person does not hold it. */
function postHolding(actor: Officeholder, holder: Holder): string | null | undefined {
  if ('unitId' in holder) return headPost(actor, holder.unitId)?.id
  // A person without any post today (left, or not yet come) holds nothing.
  return actor.personId === holder.personId ? actor.posts.find((post) => post.role !== 'ADMIN')?.id : undefined
}
