import type { Officeholder } from '#workflows/actor.ts'
import type { AssignmentNode, ExtensionRequestNode, Node, Supporter, TaskNode, Tree } from '#workflows/tree.ts'
import { actsIn, settledStates } from './cells.ts'
import { leads, namesPlainly, seenPlainly } from './plain-audience.ts'
import {
  assignmentsIn,
  giverOf,
  isAwaited,
  isContribution,
  latestDay,
  leadIn,
  lineAbove,
  requestsIn,
  taskIn,
} from './plain-tree.ts'
import type { Ask } from './random-ask.ts'
import { hasPost, worksHere } from './random-office.ts'

/** Whether the act is right as docs/rights.md has it: who does it, in which state, and within which bounds. */
export function isRightPlainly(tree: Tree, ask: Ask, today: string): boolean {
  return nameUsedPlainly(tree, ask, today) !== undefined
}

/** Under whose name the act is right: the person's own or, as a substitute, an absent one's. */
export function nameUsedPlainly(tree: Tree, ask: Ask, today: string): Officeholder | undefined {
  const node = tree.nodes.get(ask.subjectId)
  if (!node || !ask.isWellFormed || !seenPlainly(ask.actor, tree).includes(node.id)) return undefined
  if (!actsIn(node.kind, node.state).includes(ask.event.type)) return undefined
  return namesPlainly(ask.actor, tree).find((name) => isRightUnder({ ...ask, name }, node, tree, today))
}

/** Both names count where nobody may decide on their own doing. */
interface Asked extends Ask {
  name: Officeholder
}

function isRightUnder(ask: Asked, node: Node, tree: Tree, today: string): boolean {
  switch (node.kind) {
    case 'TASK':
      return isRightOnTask(node, ask, tree)
    case 'ASSIGNMENT':
      return isAwaited(node, tree) && isRightOnAssignment(node, ask, tree, today)
    case 'EXTENSION_REQUEST':
      return isRightOnRequest(node, ask, tree)
  }
}

function isTheirOwn({ actor, name }: Asked, doers: (string | null | undefined)[]): boolean {
  return doers.includes(actor.personId) || doers.includes(name.personId)
}

function isRightOnTask({ record, context }: TaskNode, ask: Asked, tree: Tree): boolean {
  const { name: actor, event } = ask
  const isSecretariat = hasPost(actor, 'SECRETARIAT')
  const directs = hasPost(actor, 'LEADER') && actor.personId === record.directingLeaderId
  const assists = actor.posts.some(
    (post) => post.role === 'ASSISTANT' && post.assistsPersonId === record.directingLeaderId,
  )
  // The leader's own: to enter it is for those who write for them, to take it up again for the leader alone.
  if (event.type === 'edit' || event.type === 'discard') return isSecretariat || assists
  if (event.type === 'issue') return directs || (isSecretariat && record.sourceIsSigned)
  if (event.type === 'reopen') return directs && (event.dueOn === undefined || isWithin(event.dueOn, record.outerDueOn))

  if (!isOnAssignersSide(actor, tree)) return false
  switch (event.type) {
    case 'accept':
    case 'sendBack':
      return !isTheirOwn(ask, [context.reporterId, context.reporterForId])
    case 'takeBack':
      return assignmentsIn(tree).every(({ state, context: { wasReceived } }) => state === 'withdrawn' || !wasReceived)
    case 'changeDueDay':
      return isWithin(event.dueOn, record.outerDueOn)
    case 'addSupporters': {
      const added = event.supporters as Supporter[]
      return (
        areNewUnits(
          added.map(({ unitId }) => unitId),
          tree,
        ) && added.every(({ dueOn }) => isWithin(dueOn, record.dueOn))
      )
    }
    case 'reassign':
      return areNewUnits([event.leadUnitId as string], tree)
    case 'recordOutsideDecision':
      return record.isFromOutside && (event.decision !== 'EXTENSION' || event.outerDueOn !== undefined)
    default:
      return true
  }
}

/** Whom a restricted task is named to does not change, and no unit has two parts in a task at once. */
function areNewUnits(unitIds: string[], tree: Tree): boolean {
  const busy = assignmentsIn(tree).flatMap(({ parentId, state, record: { holder } }) =>
    parentId === tree.rootId && !settledStates.ASSIGNMENT.includes(state) && 'unitId' in holder ? holder.unitId : [],
  )
  const isTwice = new Set(unitIds).size < unitIds.length
  return !taskIn(tree).record.restricted && !isTwice && unitIds.every((unitId) => !busy.includes(unitId))
}

function isRightOnAssignment(node: AssignmentNode, ask: Asked, tree: Tree, today: string): boolean {
  const { name: actor, event } = ask
  const { dueOn } = node.record
  const reporters = [node.context.reporterId, node.context.reporterForId]
  switch (event.type) {
    case 'acceptContribution':
      return isContribution(node) && answersFor(actor, node, tree) && !isTheirOwn(ask, reporters)
    case 'sendBack':
    case 'insist':
    case 'release':
      return answersFor(actor, node, tree)
    case 'delegate':
      return holds(actor, node) && isRightHandingOn(event.delegates as Delegate[], node, tree)
    case 'report':
      return (
        holds(actor, node) &&
        (isWithin(today, dueOn) || event.latenessReason !== undefined) &&
        (!waitsForSupporters(node, tree) || event.withoutSupportersReason !== undefined)
      )
    case 'requestExtension': {
      const isAsked = requestsIn(tree).some(({ parentId, state }) => parentId === node.id && state === 'requested')
      return holds(actor, node) && !isAsked && isLater(event.dueOn as string, node, tree)
    }
    default:
      return holds(actor, node)
  }
}

function isRightOnRequest({ parentId, context }: ExtensionRequestNode, ask: Asked, tree: Tree): boolean {
  const { name: actor, event } = ask
  const asking = tree.nodes.get(parentId) as AssignmentNode
  if (event.type === 'withdraw') return holds(actor, asking)
  const isLeads = !giverOf(asking, tree) && !isContribution(asking)
  const mayDecide = isLeads ? isOnAssignersSide(actor, tree) : answersFor(actor, asking, tree)
  if (!mayDecide || isTheirOwn(ask, [context.requesterId, context.requesterForId])) return false
  return event.type !== 'grant' || isLater(event.dueOn as string, asking, tree)
}

/** Whoever handed it on; of a supporting unit's part the lead, while it has the task, and the assigner's side. */
function answersFor(actor: Officeholder, node: AssignmentNode, tree: Tree): boolean {
  const giver = giverOf(node, tree)
  if (giver) return holds(actor, giver)
  const lead = leadIn(tree)
  const isLead = lead !== undefined && lead.state !== 'returned' && holds(actor, lead)
  return isContribution(node) && (isLead || isOnAssignersSide(actor, tree))
}

function isOnAssignersSide(actor: Officeholder, tree: Tree): boolean {
  const { directingLeaderId, leadUnitId } = taskIn(tree).record
  const isLeader = hasPost(actor, 'LEADER')
  return (
    (isLeader && (actor.personId === directingLeaderId || actor.chargeUnitIds.includes(leadUnitId))) ||
    hasPost(actor, 'SECRETARIAT')
  )
}

/** Only what has a day can be put off, and only to a day its giver has. */
function isLater(asked: string, node: AssignmentNode, tree: Tree): boolean {
  const { dueOn } = node.record
  return dueOn !== null && asked > dueOn && isWithin(asked, latestDay(node, tree))
}

function isWithin(day: unknown, last: string | null): boolean {
  return last === null || (typeof day === 'string' && day <= last)
}

/** The lead passes up what its supporters did too: each has reported, was accepted or let off. */
function waitsForSupporters(node: AssignmentNode, tree: Tree): boolean {
  if (node.id !== leadIn(tree)?.id) return false
  return assignmentsIn(tree).some(
    (other) => isContribution(other) && !['reported', ...settledStates.ASSIGNMENT].includes(other.state),
  )
}

interface Delegate {
  holder: AssignmentNode['record']['holder']
  dueOn: string | null
}

function isRightHandingOn(delegates: Delegate[], own: AssignmentNode, tree: Tree): boolean {
  const stillHanded = assignmentsIn(tree).filter(
    ({ parentId, state }) => parentId === own.id && !settledStates.ASSIGNMENT.includes(state),
  )
  const idOf = (holder: Delegate['holder']) => ('unitId' in holder ? holder.unitId : holder.personId)
  const taken = new Set([...lineAbove(own, tree), own, ...stillHanded].map(({ record }) => idOf(record.holder)))
  for (const { holder, dueOn } of delegates) {
    if (taken.has(idOf(holder))) return false
    taken.add(idOf(holder))
    if (!isWithin(dueOn, own.record.dueOn)) return false
    if (taskIn(tree).record.restricted && 'unitId' in holder) return false
  }
  return true
}

function holds(actor: Officeholder, { record: { holder } }: AssignmentNode): boolean {
  if ('unitId' in holder) return leads(actor, holder.unitId)
  return holder.personId === actor.personId && worksHere(actor)
}
