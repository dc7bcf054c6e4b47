import type { Clock } from '#workflows/clock.ts'
import type { Tree } from '#workflows/tree.ts'
import { openParts } from './plain-parts.ts'
import { leadIn, lineAbove, taskIn } from './plain-tree.ts'

/**
 * The day is the task's and the lead's, and has no hour; no open part of anybody's is due later, or at no time at all. Without a day there is
 * nothing that was put off.
 */
export function setDay(tree: Tree, day: string | null): void {
  for (const { record } of [taskIn(tree), leadIn(tree)!]) {
    record.dueOn = day
    record.dueHour = null
    if (day === null) record.extensions = 0
  }
  for (const { record } of openParts(tree)) {
    if (day === null || (record.dueOn !== null && record.dueOn <= day)) continue
    record.dueOn = day
    record.dueHour = null
  }
}

/**
 * Everything is due as many days later as it rested, though never later than the outside assigner has said. What was reported
 * did not run, nor had those below anything to do.
 */
export function runAgain(tree: Tree, days: number): void {
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

export function daysFrom(first: string, last: string): number {
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
