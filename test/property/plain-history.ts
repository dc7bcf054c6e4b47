import type { Clock } from '#workflows/clock.ts'
import type { Succession } from '#workflows/succession.ts'
import type { AssignmentNode, Supporter, TaskRecord, Tree } from '#workflows/tree.ts'
import { settledStates } from './cells.ts'
import { assignmentsIn, branchBelow, isContribution, leadIn, lineAbove, requestsIn, taskIn } from './plain-tree.ts'
import type { Ask } from './random-ask.ts'
import { nameUsedPlainly } from './plain-rights.ts'
import { inOrderOfUnits } from './random-record.ts'

/** A task as it is entered: nobody has anything of it yet. */
export function enteredPlainly(id: string, record: TaskRecord): Tree {
  const context = {
    issuedOn: null,
    stoodIn: null,
    reporterId: null,
    reporterForId: null,
    resultOn: null,
    suspendedOn: null,
    urges: 0,
    lastUrgedOn: null,
  }
  const kept = { ...record, supporters: inOrderOfUnits(record.supporters) }
  const task = { kind: 'TASK', id, parentId: null, version: 2, state: 'draft', context, record: kept } as const
  return { rootId: id, nodes: new Map([[id, task]]) }
}

/** The task of a period of a series: it is given to the units as it is entered. */
export function openedPlainly(id: string, record: TaskRecord, today: string, newIds: string[]): Tree {
  const tree = enteredPlainly(id, structuredClone(record))
  giveToUnits(tree, today, newIds)
  return tree
}

/** Who took over has whatever was open, and what ended stays; a restricted task stays where no named head would be left to it. */
export function handedOverPlainly(before: Tree, { units, people, heads, withRestricted }: Succession): Tree {
  const tree: Tree = { rootId: before.rootId, nodes: structuredClone<Tree['nodes']>(before.nodes) }
  const { state, record } = taskIn(tree)
  if (settledStates.TASK.includes(state)) return before
  const unitAfter = (id: string) => units[id] ?? id
  const personAfter = (id: string) => (record.restricted && !withRestricted ? id : (people[id] ?? id))
  const named = [...new Set(record.namedPersonIds.map(personAfter))]
  const namedHeads = named.filter((id) => heads[unitAfter(record.leadUnitId)]!.includes(id))
  if (record.restricted && namedHeads.length === 0) return before
  if (record.restricted) Object.assign(record, { namedPersonIds: named, namedHeadIds: namedHeads })
  record.leadUnitId = unitAfter(record.leadUnitId)
  record.directingLeaderId = personAfter(record.directingLeaderId)
  record.followerId = personAfter(record.followerId)
  const supporters = new Map<string, Supporter>()
  for (const { unitId, dueOn } of record.supporters) {
    const isLead = unitAfter(unitId) === record.leadUnitId
    if (!isLead && !supporters.has(unitAfter(unitId)))
      supporters.set(unitAfter(unitId), { unitId: unitAfter(unitId), dueOn })
  }
  record.supporters = inOrderOfUnits([...supporters.values()])
  for (const { record: part } of openParts(tree)) {
    const { holder } = part
    part.holder = 'unitId' in holder ? { unitId: unitAfter(holder.unitId) } : { personId: personAfter(holder.personId) }
  }
  return tree
}

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

function giveToUnits(tree: Tree, today: string, newIds: string[]): void {
  const task = taskIn(tree)
  const { leadUnitId, dueOn, supporters } = task.record
  task.state = 'assigned'
  Object.assign(task.context, { stoodIn: 'assigned', issuedOn: today })
  const giveToUnit = unitsOf(tree, newIds)
  giveToUnit('LEAD', { unitId: leadUnitId, dueOn })
  supporters.forEach((supporter) => giveToUnit('SUPPORT', supporter))
}

function unitsOf(tree: Tree, newIds: string[]): (role: 'LEAD' | 'SUPPORT', to: Supporter) => void {
  const { id, record } = taskIn(tree)
  return (role, { unitId, dueOn }) =>
    begin(tree, newIds, { parentId: id, role, holder: { unitId }, givenById: record.directingLeaderId, dueOn })
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
        begin(tree, newIds, { ...delegate, parentId: part.id, role: 'LEAD', givenById: actor.personId })
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

type Given = Omit<AssignmentNode['record'], 'extensions' | 'instruction'> & { instruction?: string | null }

function begin(tree: Tree, newIds: string[], { parentId, ...given }: Given & { parentId: string }): void {
  const record = { instruction: null, ...given, extensions: 0 }
  const context = {
    stoodIn: 'awaitingReceipt',
    reporterId: null,
    reporterForId: null,
    reportedOn: null,
    wasReceived: false,
    suspendedOn: null,
  } as const
  const id = newIds.shift()!
  add(tree, { kind: 'ASSIGNMENT', id, parentId, version: 2, state: 'awaitingReceipt', record, context })
}

function add(tree: Tree, node: AssignmentNode | ReturnType<typeof requestsIn>[number]): void {
  ;(tree.nodes as Map<string, typeof node>).set(node.id, node)
}

function openParts(tree: Tree, among = assignmentsIn(tree)): AssignmentNode[] {
  return among.filter(({ state }) => !settledStates.ASSIGNMENT.includes(state))
}

/** To where it stood before it was reported or given back; the report stands no more. */
function goBack(part: AssignmentNode): void {
  part.state = part.context.stoodIn
  Object.assign(part.context, { reporterId: null, reporterForId: null, reportedOn: null })
}

function withdraw(part: AssignmentNode): void {
  part.state = 'withdrawn'
}

function takeAway(tree: Tree, part: AssignmentNode): void {
  const branch = [part, ...branchBelow(part.id, tree)]
  openParts(tree, branch).forEach(withdraw)
  dropRequests(tree, branch)
}

function closeAll(tree: Tree): void {
  for (const part of openParts(tree)) part.state = 'done'
  dropRequests(tree, assignmentsIn(tree))
}

/** Nobody needs an answer any more. */
function dropRequests(tree: Tree, of: AssignmentNode[]): void {
  for (const request of requestsIn(tree)) {
    if (request.state === 'requested' && of.some(({ id }) => id === request.parentId)) request.state = 'withdrawn'
  }
}

/**
 * The day is the task's and the lead's; no open part of anybody's is due later, or at no time at all. Without a day there is
 * nothing that was put off.
 */
function setDay(tree: Tree, day: string | null): void {
  for (const { record } of [taskIn(tree), leadIn(tree)!]) {
    record.dueOn = day
    if (day === null) record.extensions = 0
  }
  for (const { record } of openParts(tree)) {
    if (day !== null && (record.dueOn === null || record.dueOn > day)) record.dueOn = day
  }
}

/**
 * Everything is due as many days later as it rested, though never later than the outside assigner has said. What was reported
 * did not run, nor had those below anything to do.
 */
function runAgain(tree: Tree, days: number): void {
  const rested = openParts(tree).filter((part) =>
    [part, ...lineAbove(part, tree)].every(({ state }) => state !== 'reported'),
  )
  for (const { context } of [taskIn(tree), ...openParts(tree)]) context.suspendedOn = null
  const { outerDueOn } = taskIn(tree).record
  for (const { record } of [taskIn(tree), ...rested]) {
    if (record.dueOn === null || (outerDueOn !== null && record.dueOn >= outerDueOn)) continue
    const later = dayAfter(record.dueOn, days)
    record.dueOn = outerDueOn !== null && later > outerDueOn ? outerDueOn : later
  }
}

function daysFrom(first: string, last: string): number {
  let days = 0
  while (dayAfter(first, days) < last) days += 1
  return days
}

function dayAfter(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1, date! + days)).toISOString().slice(0, 10)
}

/**
 * The clock of a task begins when it is issued. A clock stands while a result waits or the task is suspended, and ends on the
 * day of the result that was accepted; what ended otherwise has no such day.
 */
export function clockPlainly(tree: Tree, nodeId: string): Clock {
  const task = taskIn(tree)
  const node = tree.nodes.get(nodeId)!
  const none = { startedOn: null, stoppedOn: null, doneOn: null }
  if (node.kind === 'EXTENSION_REQUEST') return none
  const startedOn = node.kind === 'TASK' ? task.context.issuedOn : null
  const reportedOn = (node.kind === 'TASK' ? leadIn(tree) : node)?.context.reportedOn ?? null
  if (node.state === 'reported' || node.state === 'awaitingAcceptance') {
    return { startedOn, stoppedOn: reportedOn, doneOn: null }
  }
  if (node.state === 'completed' || node.state === 'done') return { startedOn, stoppedOn: null, doneOn: reportedOn }
  const rests = task.state === 'suspended' && node.state !== 'withdrawn'
  return { startedOn, stoppedOn: rests ? task.context.suspendedOn : null, doneOn: null }
}
