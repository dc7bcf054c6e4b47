import type { AssignmentNode, Supporter, Tree } from '#workflows/tree.ts'
import { daysFrom, runAgain, setDay } from './plain-days.ts'
import {
  add,
  begin,
  closeAll,
  dropRequests,
  giveToUnits,
  goBack,
  hourBelow,
  openParts,
  takeAway,
  unitsOf,
  withdraw,
} from './plain-parts.ts'
import { nameUsedPlainly } from './plain-rights.ts'
import { assignmentsIn, branchBelow, isContribution, leadIn, taskIn } from './plain-tree.ts'
import type { Ask } from './random-ask.ts'
import { inOrderOfUnits } from './random-record.ts'

const answered: Record<string, string> = { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' }

/**
 * What must have come of one accepted event, told from the event alone: every state, who holds what, every due day and count
 * of extensions. It knows nothing of machines, facts and consequences. `newIds` are those of what the event began, in order.
 */
export function happenedPlainly(before: Tree, ask: Ask, today: string, newIds: string[]): Tree {
  const name = nameUsedPlainly(before, ask, today)!.personId
  const insteadOfId = name === ask.actor.personId ? null : name
  const tree: Tree = { rootId: before.rootId, nodes: structuredClone<Tree['nodes']>(before.nodes) }
  const node = tree.nodes.get(ask.subjectId)!
  switch (node.kind) {
    case 'TASK':
      happenedToTask(tree, ask, today, newIds)
      break
    case 'ASSIGNMENT':
      happenedToPart(tree, node, { ...ask, insteadOfId }, today, newIds)
      break
    case 'EXTENSION_REQUEST':
      node.state = answered[ask.event.type]!
      if (ask.event.type === 'grant') {
        const part = tree.nodes.get(node.parentId) as AssignmentNode
        for (const { record } of part.id === leadIn(tree)?.id ? [part, taskIn(tree)] : [part]) {
          record.dueOn = ask.event.dueOn as string
          record.dueHour = null
          record.extensions += 1
        }
      }
  }
  return tree
}

function happenedToTask(tree: Tree, { event, amended }: Ask, today: string, newIds: string[]): void {
  const task = taskIn(tree)
  const { context, record } = task
  const stand = (state: 'assigned' | 'inProgress') => {
    task.state = state
    context.stoodIn = state
  }
  const giveToUnit = unitsOf(tree, newIds)
  const workOnAgain = () => {
    stand('inProgress')
    goBack(leadIn(tree)!)
    Object.assign(context, { reporterId: null, reporterForId: null, resultOn: null })
  }
  switch (event.type) {
    case 'edit':
      if (amended) task.record = { ...amended, supporters: inOrderOfUnits(amended.supporters) }
      return
    case 'discard':
      task.state = 'discarded'
      return
    case 'issue':
      return giveToUnits(tree, today, newIds)
    case 'takeBack': {
      const named = new Map<string, Supporter>()
      for (const { record: part } of openParts(tree).filter(isContribution)) {
        const { unitId } = part.holder as { unitId: string }
        if (unitId !== record.leadUnitId && !named.has(unitId)) named.set(unitId, { unitId, dueOn: part.dueOn })
      }
      record.supporters = inOrderOfUnits([...named.values()])
      openParts(tree).forEach(withdraw)
      context.issuedOn = null
      context.stoodIn = null
      task.state = 'draft'
      return
    }
    case 'changeDueDay':
      return setDay(tree, event.dueOn as string | null)
    case 'changeFollower':
      record.followerId = event.followerId as string
      return
    case 'addSupporters': {
      const added = event.supporters as Supporter[]
      const isAdded = (unitId: string) => added.some((supporter) => supporter.unitId === unitId)
      const others = record.supporters.filter(({ unitId }) => !isAdded(unitId))
      record.supporters = inOrderOfUnits([...others, ...added])
      return added.forEach((supporter) => giveToUnit('SUPPORT', supporter))
    }
    case 'reassign':
      takeAway(tree, leadIn(tree)!)
      record.leadUnitId = event.leadUnitId as string
      giveToUnit('LEAD', { unitId: record.leadUnitId, dueOn: record.dueOn })
      return stand('assigned')
    case 'insist':
      goBack(leadIn(tree)!)
      task.state = context.stoodIn!
      return
    case 'urge':
      context.urges += 1
      context.lastUrgedOn = today
      return
    case 'suspend':
      task.state = 'suspended'
      for (const { context } of [task, ...openParts(tree)]) context.suspendedOn = today
      return
    case 'resume':
      runAgain(tree, daysFrom(context.suspendedOn!, today))
      task.state = context.stoodIn!
      return
    case 'recordOutsideDecision':
      if (event.outerDueOn !== undefined) record.outerDueOn = event.outerDueOn as string
      return
    case 'accept':
      task.state = 'completed'
      return closeAll(tree)
    case 'revoke':
      task.state = 'revoked'
      return closeAll(tree)
    case 'sendBack':
      return workOnAgain()
    case 'reopen':
      workOnAgain()
      if (event.dueOn !== undefined) setDay(tree, event.dueOn as string)
  }
}

/** What was done, and the absent person in whose name a substitute did it. */
interface Done extends Ask {
  insteadOfId: string | null
}

function happenedToPart(tree: Tree, part: AssignmentNode, done: Done, today: string, newIds: string[]): void {
  const { event, actor, insteadOfId } = done
  const reporter = { reporterId: actor.personId, reporterForId: insteadOfId }
  const task = taskIn(tree)
  const isLead = part.id === leadIn(tree)?.id
  const stand = (state: 'received' | 'delegated') => {
    part.state = state
    part.context.stoodIn = state
  }
  switch (event.type) {
    case 'receive':
      stand('received')
      part.context.wasReceived = true
      if (isLead) Object.assign(task, { state: 'inProgress', context: { ...task.context, stoodIn: 'inProgress' } })
      return
    case 'delegate':
      stand('delegated')
      for (const delegate of event.delegates as Pick<AssignmentNode['record'], 'holder' | 'dueOn' | 'instruction'>[]) {
        const dueHour = hourBelow(part.record, delegate.dueOn)
        begin(tree, newIds, { ...delegate, dueHour, parentId: part.id, role: 'LEAD', givenById: actor.personId })
      }
      return
    case 'report':
      part.state = 'reported'
      Object.assign(part.context, { ...reporter, reportedOn: today })
      dropRequests(tree, isLead ? assignmentsIn(tree) : [part])
      if (!isLead) return
      task.state = 'awaitingAcceptance'
      Object.assign(task.context, { ...reporter, resultOn: today })
      return
    case 'giveBack':
      part.state = 'returned'
      dropRequests(tree, [part])
      if (isLead) task.state = 'returned'
      return
    case 'requestExtension': {
      const id = newIds.shift()!
      const record = { requestedById: actor.personId, dueOn: event.dueOn as string }
      const context = { requesterId: actor.personId, requesterForId: insteadOfId }
      const request = { kind: 'EXTENSION_REQUEST', id, parentId: part.id, version: 1, state: 'requested' } as const
      return add(tree, { ...request, record, context })
    }
    case 'acceptContribution':
      part.state = 'done'
      for (const below of openParts(tree, branchBelow(part.id, tree))) below.state = 'done'
      return dropRequests(tree, branchBelow(part.id, tree))
    case 'sendBack':
    case 'insist':
      return goBack(part)
    case 'release':
      return takeAway(tree, part)
  }
}
