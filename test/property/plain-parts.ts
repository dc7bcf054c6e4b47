import type { AssignmentNode, Supporter, Tree } from '#workflows/tree.ts'
import { settledStates } from './cells.ts'
import { assignmentsIn, branchBelow, requestsIn, taskIn } from './plain-tree.ts'

export function giveToUnits(tree: Tree, today: string, newIds: string[]): void {
  const task = taskIn(tree)
  const { leadUnitId, dueOn, supporters } = task.record
  task.state = 'assigned'
  Object.assign(task.context, { stoodIn: 'assigned', issuedOn: today })
  const giveToUnit = unitsOf(tree, newIds)
  giveToUnit('LEAD', { unitId: leadUnitId, dueOn })
  supporters.forEach((supporter) => giveToUnit('SUPPORT', supporter))
}

export function unitsOf(tree: Tree, newIds: string[]): (role: 'LEAD' | 'SUPPORT', to: Supporter) => void {
  const { id, record } = taskIn(tree)
  return (role, { unitId, dueOn }) =>
    begin(tree, newIds, {
      parentId: id,
      role,
      holder: { unitId },
      givenById: record.directingLeaderId,
      dueOn,
      dueHour: hourBelow(record, dueOn),
    })
}

/** Who is due on the day of whoever gave the work has until the same hour of it. */
export function hourBelow(
  giver: { dueOn: string | null; dueHour: string | null },
  dueOn: string | null,
): string | null {
  return dueOn === giver.dueOn ? giver.dueHour : null
}

type Given = Omit<AssignmentNode['record'], 'extensions' | 'instruction'> & { instruction?: string | null }

export function begin(tree: Tree, newIds: string[], { parentId, ...given }: Given & { parentId: string }): void {
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

export function add(tree: Tree, node: AssignmentNode | ReturnType<typeof requestsIn>[number]): void {
  ;(tree.nodes as Map<string, typeof node>).set(node.id, node)
}

export function openParts(tree: Tree, among = assignmentsIn(tree)): AssignmentNode[] {
  return among.filter(({ state }) => !settledStates.ASSIGNMENT.includes(state))
}

/** To where it stood before it was reported or given back; the report stands no more. */
export function goBack(part: AssignmentNode): void {
  part.state = part.context.stoodIn
  Object.assign(part.context, { reporterId: null, reporterForId: null, reportedOn: null })
}

export function withdraw(part: AssignmentNode): void {
  part.state = 'withdrawn'
}

export function takeAway(tree: Tree, part: AssignmentNode): void {
  const branch = [part, ...branchBelow(part.id, tree)]
  openParts(tree, branch).forEach(withdraw)
  dropRequests(tree, branch)
}

export function closeAll(tree: Tree): void {
  for (const part of openParts(tree)) part.state = 'done'
  dropRequests(tree, assignmentsIn(tree))
}

/** Nobody needs an answer any more. */
export function dropRequests(tree: Tree, of: AssignmentNode[]): void {
  for (const request of requestsIn(tree)) {
    if (request.state === 'requested' && of.some(({ id }) => id === request.parentId)) request.state = 'withdrawn'
  }
}
