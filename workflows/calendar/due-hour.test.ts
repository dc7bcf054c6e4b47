import { expect, it, test } from 'vitest'
import { hoursAfter, hourSchema, isPast } from './due-hour.ts'
import { deriveDueDay } from './due-rule.ts'
import { dueDayAfterSuspension } from './suspension.ts'
import { timeliness } from './timeliness.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Tuesday 24/11/2026 is off. */
const calendar: WorkingCalendar = {
  daysOff: new Map([['2026-11-24', { day: '2026-11-24', source: 'Nghị quyết 28/2026/QH16' }]]),
  makeUpDays: new Map(),
}

it.each([
  ['2026-11-23', '10:07', 4, '2026-11-23', '14:07', 'the same day'],
  ['2026-11-23', '22:30', 2, '2026-11-24', '00:30', 'past midnight, though that day is off'],
  ['2026-11-20', '17:00', 48, '2026-11-22', '17:00', 'over a weekend'],
  ['2026-12-31', '23:59', 1, '2027-01-01', '00:59', 'into the next year'],
  ['2028-02-28', '12:00', 24, '2028-02-29', '12:00', 'into a leap day'],
  ['2026-11-23', '00:00', 72, '2026-11-26', '00:00', 'three whole days'],
])('issued on %s at %s, %i hours later is %s at %s: %s', (day, hour, hours, dueOn, dueHour) => {
  expect(hoursAfter({ day, hour }, hours)).toEqual({ day: dueOn, hour: dueHour })
  expect(deriveDueDay({ kind: 'HOURS', hours }, day, calendar, hour)).toMatchObject({ dueOn, dueHour, fromHour: hour })
})

test('hours cannot be counted from a day alone', () => {
  expect(() => deriveDueDay({ kind: 'HOURS', hours: 4 }, '2026-11-23', calendar)).toThrow(RangeError)
})

test('a derivation in hours says why nobody works on the day it ends on', () => {
  const { days } = deriveDueDay({ kind: 'HOURS', hours: 24 }, '2026-11-23', calendar, '08:00')
  expect(days).toMatchObject([{ day: '2026-11-24', count: null, rest: { source: 'Nghị quyết 28/2026/QH16' } }])
})

test('a suspension moves it by the days it took, to the same hour', () => {
  const suspension = { suspendedOn: '2026-11-20', resumedOn: '2026-11-22' }
  expect(dueDayAfterSuspension({ kind: 'HOURS', hours: 4 }, '2026-11-20', suspension, calendar)).toBe('2026-11-22')
})

it.each<[string, string | null, string, string | null, boolean]>([
  ['2026-11-23', '15:00', '2026-11-23', '14:59', false],
  ['2026-11-23', '15:00', '2026-11-23', '15:00', false],
  ['2026-11-23', '15:00', '2026-11-23', '15:01', true],
  ['2026-11-23', '15:00', '2026-11-23', '24:00', true],
  ['2026-11-23', '15:00', '2026-11-22', '23:59', false],
  ['2026-11-23', '15:00', '2026-11-24', '00:00', true],
  ['2026-11-23', null, '2026-11-23', '24:00', false],
  ['2026-11-23', null, '2026-11-24', '00:00', true],
  ['2026-11-23', '15:00', '2026-11-23', null, false],
])('what is due on %s at %s is past on %s at %s: %s', (dueOn, dueHour, today, hour, past) => {
  expect(isPast({ dueOn, dueHour }, { today, hour })).toBe(past)
  const running = { dueOn, dueHour, doneOn: null, today, hour, dueSoonUntil: '2026-11-30' }
  expect(timeliness(running)).toBe(past ? 'OVERDUE' : 'DUE_SOON')
  const done = { ...running, doneOn: today, doneHour: hour, today: '2026-12-31', hour: '12:00' }
  expect(timeliness(done)).toBe(past ? 'DONE_LATE' : 'DONE_ON_TIME')
})

it.each(['24:00', '9:30', '09:60', '09:30:00', ''])('%j is no hour', (hour) => {
  expect(hourSchema.safeParse(hour).success).toBe(false)
})
