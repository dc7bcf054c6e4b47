import type { Actor } from '#workflows/actor.ts'
import type { Tree } from '#workflows/tree.ts'
import { hasPost, worksHere } from './random-office.ts'

/**
 * Who sees what of a task, as the table of docs/visibility.md has it, asked person by person. Somebody with two posts sees
 * what either of them shows.
 */
export function seesPlainly(person: Actor, tree: Tree): boolean {
  const nodes = [...tree.nodes.values()]
  const task = nodes.flatMap((node) => (node.kind === 'TASK' ? node.record : []))[0]!
  const assignments = nodes.flatMap((node) => (node.kind === 'ASSIGNMENT' ? node.record : []))
  const isIssued = assignments.length > 0
  const me = person.personId

  // Whatever they were named for: without a post of work nobody has content.
  if (!worksHere(person)) return false
  // Named for the assigner's side: whatever kind of task it is, and from the first draft.
  if ([task.directingLeaderId, task.followerId, task.enteredById].includes(me)) return true
  // Handed a part by name.
  if (assignments.some(({ holder }) => 'personId' in holder && holder.personId === me)) return true
  if (task.restricted) return isIssued && task.namedPersonIds.includes(me)

  const assists = person.posts.some(
    (post) => post.role === 'ASSISTANT' && post.assistsPersonId === task.directingLeaderId,
  )
  if (hasPost(person, 'LEADER') || hasPost(person, 'SECRETARIAT') || assists) return true
  // Head and deputies of a unit with a part in it; before it is issued no unit has one.
  return assignments.some(({ holder }) => 'unitId' in holder && leads(person, holder.unitId))
}

export function leads(person: Actor, unitId: string): boolean {
  return person.posts.some(
    (post) => post.unitId === unitId && (post.role === 'UNIT_HEAD' || post.role === 'DEPUTY_HEAD'),
  )
}
