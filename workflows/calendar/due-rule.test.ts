import { expect, it, test } from 'vitest'
import { type DueRule, dueDayOf } from './due-rule.ts'
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

function announced(day: string): [string, { day: string; source: string }] {
  return [day, { day, source: 'Thông báo' }]
}

/** Around 2/9/2026 as a notice might set it: Monday 31/8 off, made up on Saturday 22/8. */
const calendar: WorkingCalendar = {
  daysOff: new Map(['2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'].map(announced)),
  makeUpDays: new Map(['2026-08-22'].map(announced)),
}

it.each([
  ['2026-08-21', true, 'a Friday'],
  ['2026-08-22', true, 'a Saturday worked in exchange'],
  ['2026-08-23', false, 'a Sunday'],
  ['2026-08-31', false, 'a Monday off'],
])('%s is worked: %s, %s', (day, worked) => {
  expect(isWorkingDay(calendar, day)).toBe(worked)
})

it.each<[string, DueRule, string, string | null]>([
  [
    'a fixed day stays, though nobody works on it',
    { kind: 'FIXED_DAY', day: '2026-09-02' },
    '2026-08-20',
    '2026-09-02',
  ],
  ['a period starts the day after', { kind: 'WORKING_DAYS', days: 1 }, '2026-08-20', '2026-08-21'],
  ['a make-up Saturday counts', { kind: 'WORKING_DAYS', days: 2 }, '2026-08-20', '2026-08-22'],
  ['days off are passed over', { kind: 'WORKING_DAYS', days: 1 }, '2026-08-28', '2026-09-03'],
  ['calendar days count days off', { kind: 'CALENDAR_DAYS', days: 5 }, '2026-08-20', '2026-08-25'],
  ['ending on a day off, on the next working day', { kind: 'CALENDAR_DAYS', days: 3 }, '2026-08-28', '2026-09-03'],
  ['the end of the month', { kind: 'END_OF_MONTH' }, '2026-02-10', '2026-02-28'],
  ['the end of a month of a leap year', { kind: 'END_OF_MONTH' }, '2028-02-29', '2028-02-29'],
  ['the end of the quarter', { kind: 'END_OF_QUARTER' }, '2026-10-01', '2026-12-31'],
  ['the end of the quarter on its last day', { kind: 'END_OF_QUARTER' }, '2026-09-30', '2026-09-30'],
  ['open-ended', { kind: 'OPEN_ENDED' }, '2026-08-20', null],
])('%s', (_, rule, issuedOn, due) => {
  expect(dueDayOf(rule, issuedOn, calendar)).toBe(due)
})

test('working days come one after the other, whatever is counted', () => {
  let day = '2026-08-10'
  for (let count = 1; count <= 60; count++) {
    const next = dueDayOf({ kind: 'WORKING_DAYS', days: 1 }, day, calendar)!
    expect(next > day).toBe(true)
    expect(dueDayOf({ kind: 'WORKING_DAYS', days: count }, '2026-08-10', calendar)).toBe(next)
    day = next
  }
})
