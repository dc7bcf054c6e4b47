import { type Day, daysAfter, daysBetween } from './day.ts'
import { type DueRule, dueDayOf } from './due-rule.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { countWorkingDays } from './working-days.ts'

/** How long work stood still: from the first day it did, up to the day it runs again and without that. */
export interface Suspension {
  suspendedOn: Day
  resumedOn: Day
}

/** Whether a rule counts only the days that are worked. */
export function countsWorkingDays(rule: DueRule): boolean {
  return rule.kind === 'WORKING_DAYS' || rule.kind === 'SAME_DAY' || (rule.kind === 'BEFORE_DAY' && rule.working)
}

/** How many days of the rule's own kind a suspension took. */
export function daysSuspended(
  rule: DueRule,
  { suspendedOn, resumedOn }: Suspension,
  calendar: WorkingCalendar,
): number {
  return countsWorkingDays(rule)
    ? countWorkingDays(calendar, suspendedOn, resumedOn)
    : daysBetween(suspendedOn, resumedOn)
}

/**
 * The due day once a suspension is over: as many days later as it took, by days of the rule's own kind. A period in days ends on a
 * working day again; a day that was said moves by so many days and stays there.
 */
export function dueDayAfterSuspension(
  rule: DueRule,
  dueOn: Day,
  suspension: Suspension,
  calendar: WorkingCalendar,
): Day {
  const days = daysSuspended(rule, suspension, calendar)
  if (days === 0) return dueOn
  if (countsWorkingDays(rule)) return dueDayOf({ kind: 'WORKING_DAYS', days }, dueOn, calendar)!
  if (rule.kind === 'CALENDAR_DAYS') return dueDayOf({ kind: 'CALENDAR_DAYS', days }, dueOn, calendar)!
  return daysAfter(dueOn, days)
}
