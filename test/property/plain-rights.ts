import type { Actor } from '#workflows/actor.ts'
import type { AssignmentNode, TaskNode, Tree } from '#workflows/tree.ts'
import { leads, seesPlainly } from './plain-audience.ts'
import { actsIn } from './cells.ts'
import type { Ask } from './random-ask.ts'
import { hasPost, worksHere } from './random-office.ts'

/** Whether the act is right as the table of the flow has it: who does it, in which state, and within which bounds. */
export function isRightPlainly(tree: Tree, ask: Ask): boolean {
  const node = tree.nodes.get(ask.subjectId)
  if (!node || !ask.isWellFormed || !seesPlainly(ask.actor, tree)) return false
  if (!actsIn(node.kind, node.state).includes(ask.event.type)) return false
  return node.kind === 'TASK' ? isRightOnTask(node, ask) : isRightOnAssignment(node, ask, tree)
}

function isRightOnTask({ record, context }: TaskNode, { actor, event }: Ask): boolean {
  const isLeader = hasPost(actor, 'LEADER')
  const directs = isLeader && actor.personId === record.directingLeaderId
  const hasCharge = isLeader && actor.chargeUnitIds.includes(record.leadUnitId)
  const isSecretariat = hasPost(actor, 'SECRETARIAT')
  const assists = actor.posts.some(
    (post) => post.role === 'ASSISTANT' && post.assistsPersonId === record.directingLeaderId,
  )
  const isAssignersSide = directs || hasCharge || isSecretariat
  switch (event.type) {
    case 'edit':
    case 'discard':
      return isSecretariat || assists
    case 'issue':
      return directs || (isSecretariat && record.sourceIsSigned)
    case 'revoke':
      return isAssignersSide
    default:
      return isAssignersSide && context.reporterId !== actor.personId
  }
}

function isRightOnAssignment(node: AssignmentNode, { actor, event }: Ask, tree: Tree): boolean {
  const above: AssignmentNode[] = []
  let top = tree.nodes.get(node.parentId)!
  for (; top.kind === 'ASSIGNMENT'; top = tree.nodes.get(top.parentId)!) above.push(top)
  const isAwaited =
    (top.state === 'assigned' || top.state === 'inProgress') && above.every(({ state }) => state === 'delegated')
  if (!isAwaited) return false
  if (event.type === 'sendBack') return above[0] !== undefined && holds(actor, above[0])
  if (!holds(actor, node)) return false
  return event.type !== 'delegate' || isRightHandingOn(event.delegates as Delegate[], [node, ...above], tree)
}

interface Delegate {
  holder: AssignmentNode['record']['holder']
  dueOn: string | null
}

function isRightHandingOn(delegates: Delegate[], line: AssignmentNode[], tree: Tree): boolean {
  const [own] = line
  const task = tree.nodes.get(tree.rootId) as TaskNode
  const handedBefore = [...tree.nodes.values()].filter((node) => node.parentId === own!.id) as AssignmentNode[]
  const idOf = (holder: Delegate['holder']) => ('unitId' in holder ? holder.unitId : holder.personId)
  const taken = new Set([...line, ...handedBefore].map(({ record }) => idOf(record.holder)))
  for (const { holder, dueOn } of delegates) {
    if (taken.has(idOf(holder))) return false
    taken.add(idOf(holder))
    if (own!.record.dueOn !== null && (dueOn === null || dueOn > own!.record.dueOn)) return false
    if (task.record.restricted && 'unitId' in holder) return false
  }
  return true
}

function holds(actor: Actor, { record: { holder } }: AssignmentNode): boolean {
  if ('unitId' in holder) return leads(actor, holder.unitId)
  return holder.personId === actor.personId && worksHere(actor)
}
