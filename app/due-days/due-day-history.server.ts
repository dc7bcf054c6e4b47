import { calendarOf, yearOf } from '#app/deadlines/working-calendar.server.ts'
import { dueHourBefore, dueOnBefore, type StepRow } from '#app/directives/shown-steps.ts'
import type { TaskRows } from '#app/directives/task-page-rows.server.ts'
import { officeDay, officeTime } from '#app/platform/clock.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { deriveDueDay, type DueRule, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import { dataOf } from '#workflows/calendar/periods.ts'
import { countsWorkingDays, daysSuspended, dueDayAfterSuspension } from '#workflows/calendar/suspension.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { type DerivedRun, derivedRuns } from './derivation-runs.ts'
import type { Doer, DueDayChange, DueDayHistory, DueDayStart, Suspended } from './due-day-history.ts'

/** What a task's page reads, as far as due days ask for it. */
type Rows = Pick<
  TaskRows,
  'id' | 'dueOn' | 'dueHour' | 'dueRule' | 'dueAfterDays' | 'series' | 'announcedDays' | 'assignments' | 'steps'
>

interface Reading {
  rows: Rows
  /** As it is known today. */
  calendar: WorkingCalendar
  /** Of what happened to other subjects nothing is told but that the day is another since. */
  seen: ReadonlySet<string>
}

/** The working calendar of a task's organ, as it is known today. */
export function calendarIn({ steps, announcedDays }: Pick<Rows, 'steps' | 'announcedDays'>): WorkingCalendar {
  return calendarOf(yearOf(officeDay(new Date(steps[0]!.at))), announcedDays)
}

/**
 * How each due day of a task and its parts came about, by the subject: from the steps, and by the calendar as it is known today.
 * Work without a due day has none, and neither has a draft. What the steps do not explain is said to have been set.
 */
export function dueDayHistories(reading: Reading): Map<string, DueDayHistory> {
  const { rows, seen } = reading
  const issued = rows.steps.findLast((step) => step.subjectId === rows.id && isIssue(step))
  if (!issued) return new Map()
  const parts = rows.assignments.filter(({ id }) => seen.has(id)).map((part) => historyOfPart(reading, part))
  return new Map(
    [historyOfTask(reading, issued), ...parts].flatMap((history) => (history ? [[history.subjectId, history]] : [])),
  )
}

function isIssue({ event }: StepRow): boolean {
  return event === 'issue' || event === 'open'
}

function historyOfTask(reading: Reading, issued: StepRow): DueDayHistory | null {
  const { rows, calendar } = reading
  const { id: subjectId, dueOn, dueHour } = rows
  if (!dueOn) return null
  const { rule, start, isKept } = basisOfTask(rows, issued)
  const changes = changesSince(reading, { subjectId, dueOn, dueHour, rule, since: issued.number })
  const firstDay = changes.length > 0 ? changes[0]!.from : dueOn
  const said = { subjectId, start, withTask: false, dueOn, dueHour }
  if (rule.kind === 'FIXED_DAY') {
    return { ...said, counted: null, rule: null, set: daySet(firstDay, calendar), changes }
  }
  const derivation = deriveDueDay(rule, start.on, calendar, officeTime(new Date(issued.at)).hour)
  const { fromHour } = derivation
  const counted = { rule, from: start.on, fromHour, runs: derivedRuns(derivation.days) }
  if (derivation.dueOn === firstDay) return { ...said, counted, rule: null, set: [], changes }
  // Counted by another calendar than today's, which explains the day only from a later change on.
  const moved = changes.find(({ to }) => to === derivation.dueOn)
  return {
    ...said,
    counted: null,
    rule: isKept ? { rule, from: start.on, fromHour } : null,
    set: daySet(firstDay, calendar),
    changes: changes.map((each) => (each === moved ? { ...each, counted } : each)),
  }
}

interface Basis {
  rule: DueRule
  start: DueDayStart
  /** The rule is the one it was counted by then; that of a series may be another since. */
  isKept: boolean
}

/** The rule of a task and the day it counts from; of a period of a series that is the day its data close. */
function basisOfTask({ dueRule, dueAfterDays, series }: Rows, issued: StepRow): Basis {
  if (issued.event === 'open' && series && dueAfterDays) {
    const start = { event: 'dataClose', on: dataOf(series.period).to, by: null } as const
    return { rule: { kind: 'CALENDAR_DAYS', days: dueAfterDays }, start, isKept: false }
  }
  const on = officeDay(new Date(issued.at))
  return { rule: ruleOf(dueRule, on), start: { event: 'issued', on, by: doerOf(issued) }, isKept: true }
}

function historyOfPart(reading: Reading, { id, dueOn, dueHour }: Rows['assignments'][number]): DueDayHistory | null {
  const { rows, seen, calendar } = reading
  const { steps } = rows
  const given = steps.find(({ subjectId, event }) => subjectId === id && event === 'assign')
  if (!given || !dueOn) return null
  const changes = changesSince(reading, {
    subjectId: id,
    dueOn,
    dueHour,
    rule: ruleOf(rows.dueRule, dueOn),
    since: given.number,
  })
  const firstDay = changes.length > 0 ? changes[0]!.from : dueOn
  const dayOfTask = dueOnBefore(steps, { subjectId: rows.id, number: given.number, dueOn: rows.dueOn })
  const giver = steps.find(({ number, subjectId }) => number === given.causedBy && seen.has(subjectId)) ?? given
  return {
    subjectId: id,
    start: { event: 'given', on: officeDay(new Date(given.at)), by: doerOf(giver) },
    counted: null,
    rule: null,
    set: daySet(firstDay, calendar),
    withTask: firstDay !== null && firstDay === dayOfTask,
    changes,
    dueOn,
    dueHour,
  }
}

/** A task whose day was said has no rule. */
function ruleOf(stored: unknown, day: Day): DueRule {
  return stored ? dueRuleSchema.parse(stored) : { kind: 'FIXED_DAY', day }
}

function daySet(day: Day | null, calendar: WorkingCalendar): DerivedRun[] {
  return day ? derivedRuns(deriveDueDay({ kind: 'FIXED_DAY', day }, day, calendar).days) : []
}

function doerOf({ actor, actingFor }: StepRow): Doer {
  return { actor, actingFor }
}

interface Asked {
  subjectId: string
  dueOn: Day
  dueHour: Hour | null
  rule: DueRule
  /** The number of the step after which changes are told. */
  since: number
}

/** Every change of a due day after a step, the last ending on the day it has: what no step tells is told as set. */
function changesSince(reading: Reading, { subjectId, dueOn, dueHour, rule, since }: Asked): DueDayChange[] {
  const changes: DueDayChange[] = []
  for (const step of reading.rows.steps) {
    const isChanged = step.payload.changed?.some(
      (each) => each.subjectId === subjectId && (each.field === 'dueOn' || each.field === 'dueHour'),
    )
    if (!isChanged || step.number <= since) continue
    const { steps } = reading.rows
    const { number } = step
    const days = {
      from: dueOnBefore(steps, { subjectId, number, dueOn }),
      to: dueOnBefore(steps, { subjectId, number: number + 1, dueOn }),
    }
    const hours = {
      from: dueHourBefore(steps, { subjectId, number, dueHour }),
      to: dueHourBefore(steps, { subjectId, number: number + 1, dueHour }),
    }
    if (!reading.seen.has(step.subjectId)) {
      addUntold(changes, days)
      continue
    }
    const { event, at } = step
    const suspended = event === 'resume' ? suspendedUntil(reading, step, { ...days, rule }) : null
    const withHours = hours.from || hours.to ? { hours } : {}
    changes.push({
      ...days,
      ...withHours,
      event,
      on: officeDay(new Date(at)),
      by: doerOf(step),
      suspended,
      counted: null,
    })
  }
  const last = changes.at(-1)
  if (last && last.to !== dueOn) addUntold(changes, { from: last.to, to: dueOn })
  return changes
}

/** One change for all in a row that are not told: how often there was correspondence is not told either. */
function addUntold(changes: DueDayChange[], { from, to }: Pick<DueDayChange, 'from' | 'to'>): void {
  const last = changes.at(-1)
  if (last && last.event === null) last.to = to
  else changes.push({ from, to, event: null, on: null, by: null, suspended: null, counted: null })
}

/** How long a task stood still before it was resumed, by days of its rule's kind where these are what it was moved by. */
function suspendedUntil(
  { rows, calendar }: Reading,
  resumed: StepRow,
  { from, to, rule }: { from: Day | null; to: Day | null; rule: DueRule },
): Suspended | null {
  const { steps } = rows
  const suspended = steps.findLast(
    ({ number, event, subjectId }) => number < resumed.number && event === 'suspend' && subjectId === rows.id,
  )
  if (!suspended || !from) return null
  const times = { suspendedOn: officeDay(new Date(suspended.at)), resumedOn: officeDay(new Date(resumed.at)) }
  const isBy = (kind: DueRule) => dueDayAfterSuspension(kind, from, times, calendar) === to
  const plain: DueRule = { kind: 'FIXED_DAY', day: from }
  const moved = [rule, plain].find(isBy)
  if (!moved) return { ...times, days: null, working: false }
  return { ...times, days: daysSuspended(moved, times, calendar), working: countsWorkingDays(moved) }
}
