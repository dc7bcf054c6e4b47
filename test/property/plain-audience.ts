import type { Actor, Officeholder } from '#workflows/actor.ts'
import type { AssignmentNode, Tree } from '#workflows/tree.ts'
import { assignmentsIn, isContribution, leadIn, lineAbove, requestsIn, taskIn } from './plain-tree.ts'
import { hasPost, worksHere } from './random-office.ts'

/**
 * Who sees what of a task, as docs/visibility.md has it, asked person by person: the ids of all they see. Somebody with two
 * posts sees what either of them shows, and a substitute also what the absent would see.
 */
export function seenPlainly(person: Actor, tree: Tree): string[] {
  return [...new Set(namesPlainly(person, tree).flatMap((name) => seenUnder(name, tree)))]
}

/** A person's own name first, then those of the absent; what is restricted is for nobody's substitute. */
export function namesPlainly(person: Actor, tree: Tree): Officeholder[] {
  const isForSubstitutes = !taskIn(tree).record.restricted && worksHere(person)
  return isForSubstitutes ? [person, ...person.standsInFor] : [person]
}

function seenUnder(person: Officeholder, tree: Tree): string[] {
  if (seesAll(person, tree)) return [...tree.nodes.keys()]
  const parts = assignmentsIn(tree).filter((node) => isOwnPart(person, node, tree))
  if (parts.length === 0) return []
  // Their part is the whole branch it belongs to, and what is asked about it.
  const branches = new Set(parts.map((node) => topOf(node, tree).id))
  const seen = assignmentsIn(tree).flatMap((node) => (branches.has(topOf(node, tree).id) ? [node.id] : []))
  return [
    tree.rootId,
    ...seen,
    ...requestsIn(tree).flatMap(({ id, parentId }) => (seen.includes(parentId) ? [id] : [])),
  ]
}

function seesAll(person: Officeholder, tree: Tree): boolean {
  const task = taskIn(tree).record
  const me = person.personId
  // Whatever they were named for: without a post of work nobody has content.
  if (!worksHere(person)) return false
  // Named for the assigner's side: whatever kind of task it is, and from the first draft.
  if ([task.directingLeaderId, task.followerId, task.enteredById].includes(me)) return true
  const isRunning = leadIn(tree) !== undefined
  if (task.restricted && isRunning && task.namedPersonIds.includes(me)) return true

  const assists = person.posts.some(
    (post) => post.role === 'ASSISTANT' && post.assistsPersonId === task.directingLeaderId,
  )
  if (!task.restricted && (hasPost(person, 'LEADER') || hasPost(person, 'SECRETARIAT') || assists)) return true
  // The lead unit, and whoever was handed something of what it leads.
  return assignmentsIn(tree).some((node) => {
    const top = topOf(node, tree)
    return !isContribution(top) && top.state !== 'withdrawn' && isHeldBy(person, node, tree)
  })
}

/** A part in what a supporting unit does, or in what a unit did before the task was taken away from it. */
function isOwnPart(person: Officeholder, node: AssignmentNode, tree: Tree): boolean {
  if (!worksHere(person) || !isHeldBy(person, node, tree)) return false
  const top = topOf(node, tree)
  return top.state !== 'withdrawn' || top.context.wasReceived
}

/** Of a restricted task the business is that of persons: of those heads of the lead unit only who are named. */
export function isHeldBy(person: Officeholder, { record: { holder } }: AssignmentNode, tree: Tree): boolean {
  if ('personId' in holder) return holder.personId === person.personId
  const { restricted, namedPersonIds, leadUnitId } = taskIn(tree).record
  const isTold = !restricted || (holder.unitId === leadUnitId && namedPersonIds.includes(person.personId))
  return isTold && leads(person, holder.unitId)
}

export function leads(person: Officeholder, unitId: string): boolean {
  return person.posts.some(
    (post) => post.unitId === unitId && (post.role === 'UNIT_HEAD' || post.role === 'DEPUTY_HEAD'),
  )
}

function topOf(node: AssignmentNode, tree: Tree): AssignmentNode {
  return lineAbove(node, tree)[0] ?? node
}
