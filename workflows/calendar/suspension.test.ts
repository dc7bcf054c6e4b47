import { expect, it } from 'vitest'
import type { DueRule } from './due-rule.ts'
import { dueDayAfterSuspension } from './suspension.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Tuesday 24/11/2026 is off. */
const calendar: WorkingCalendar = {
  daysOff: new Map([['2026-11-24', { day: '2026-11-24', source: 'Nghị quyết 28/2026/QH16' }]]),
  makeUpDays: new Map(),
}
const WORKING: DueRule = { kind: 'WORKING_DAYS', days: 5 }
const CALENDAR: DueRule = { kind: 'CALENDAR_DAYS', days: 5 }
const FIXED: DueRule = { kind: 'FIXED_DAY', day: '2026-11-27' }

it.each<[DueRule, string, string, string, string, string]>([
  [WORKING, '2026-11-20', '2026-11-25', '2026-11-27', '2026-12-01', 'stood Friday and Monday: two working days'],
  [WORKING, '2026-11-21', '2026-11-23', '2026-11-27', '2026-11-27', 'stood over a weekend only'],
  [WORKING, '2026-11-23', '2026-11-23', '2026-11-27', '2026-11-27', 'not for a day'],
  [CALENDAR, '2026-11-20', '2026-11-25', '2026-11-27', '2026-12-02', 'stood five days'],
  [CALENDAR, '2026-11-23', '2026-11-25', '2026-11-27', '2026-11-30', 'two days end on a Sunday, so on Monday'],
  [CALENDAR, '2026-11-23', '2026-11-23', '2026-11-29', '2026-11-29', 'not for a day: nothing moves'],
  [FIXED, '2026-11-23', '2026-11-25', '2026-11-27', '2026-11-29', 'two days, and stays on the Sunday'],
  [{ kind: 'SAME_DAY' }, '2026-11-23', '2026-11-26', '2026-11-25', '2026-11-27', 'stood Monday and Wednesday'],
])('%o, still from %s to %s, is due not on %s but on %s: %s', (rule, suspendedOn, resumedOn, dueOn, later) => {
  expect(dueDayAfterSuspension(rule, dueOn, { suspendedOn, resumedOn }, calendar)).toBe(later)
})
