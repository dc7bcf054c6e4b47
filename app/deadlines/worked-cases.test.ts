import { describe, expect, it } from 'vitest'
import { announcedDays } from '#test/factories/announced-days.ts'
import { type DueRule, dueDayOf } from '#workflows/calendar/due-rule.ts'
import { calendarOf } from './working-calendar.server.ts'

/*
 * Worked out by hand with a calendar on the wall: weekdays, the days off of the Labour Code, and what was announced for each year.
 * The words say which days matter. Sources: the notices in announced-days.ts; for the rest Labour Code 2019 art. 111 and 112, and
 * Resolution 28/2026/QH16 for 24/11.
 */
const calendar = calendarOf(2023, announcedDays)

const working = (days: number): DueRule => ({ kind: 'WORKING_DAYS', days })
const calendarDays = (days: number): DueRule => ({ kind: 'CALENDAR_DAYS', days })
const fixed = (day: string): DueRule => ({ kind: 'FIXED_DAY', day })
const before = (day: string, days: number, working: boolean): DueRule => ({ kind: 'BEFORE_DAY', day, days, working })
const SAME_DAY: DueRule = { kind: 'SAME_DAY' }
const MONTH: DueRule = { kind: 'END_OF_MONTH' }
const QUARTER: DueRule = { kind: 'END_OF_QUARTER' }

type Case = [from: string, rule: DueRule, due: string, why: string]

const cases: Record<string, Case[]> = {
  'New Year of 2024, a Monday': [
    ['2023-12-29', working(1), '2024-01-02', 'Friday; weekend and 1/1 are off, Tuesday is the first'],
    ['2023-12-29', calendarDays(3), '2024-01-02', 'the third day is 1/1, off'],
    ['2023-12-31', calendarDays(1), '2024-01-02', 'the first day is 1/1, off'],
    ['2024-01-01', working(3), '2024-01-04', 'Tuesday, Wednesday, Thursday'],
  ],
  'Tết of 2024, off from Thursday 8/2 to Wednesday 14/2': [
    ['2024-02-06', working(1), '2024-02-07', 'the last working day before'],
    ['2024-02-07', working(1), '2024-02-15', 'seven days off, then Thursday'],
    ['2024-02-05', working(3), '2024-02-15', '6, 7, then 15'],
    ['2024-01-31', working(10), '2024-02-21', '1, 2, 5, 6, 7, 15, 16, 19, 20, 21'],
    ['2024-02-01', calendarDays(7), '2024-02-15', 'the seventh is 8/2, off until the 14th'],
    ['2024-02-07', calendarDays(8), '2024-02-15', 'the eighth is worked'],
    ['2024-02-10', calendarDays(3), '2024-02-15', 'counted within Tết: the third is 13/2, off'],
    ['2024-02-10', working(2), '2024-02-16', '15 and 16'],
    ['2024-02-05', calendarDays(12), '2024-02-19', 'the twelfth is Saturday 17/2'],
  ],
  'Giỗ Tổ of 2024, Thursday 18/4': [
    ['2024-04-17', working(1), '2024-04-19', 'Thursday is off'],
    ['2024-04-15', working(5), '2024-04-23', '16, 17, 19, 22, 23'],
    ['2024-04-11', calendarDays(7), '2024-04-19', 'the seventh is 18/4, off'],
  ],
  '30/4 and 1/5 of 2024: Monday 29/4 off for Saturday 4/5': [
    ['2024-04-26', working(1), '2024-05-02', 'five days off, then Thursday'],
    ['2024-04-26', working(3), '2024-05-04', '2, 3, and the Saturday made up'],
    ['2024-05-02', working(2), '2024-05-04', 'Friday and the Saturday made up'],
    ['2024-05-03', working(2), '2024-05-06', 'the Saturday made up and Monday'],
    ['2024-04-24', calendarDays(5), '2024-05-02', 'the fifth is Monday 29/4, off by the swap'],
    ['2024-04-27', calendarDays(7), '2024-05-04', 'ends on the Saturday made up, which is worked'],
    ['2024-04-28', calendarDays(7), '2024-05-06', 'ends on the Sunday after it'],
  ],
  'National Day of 2024: Monday 2/9 and Tuesday 3/9': [
    ['2024-08-30', working(1), '2024-09-04', 'four days off, then Wednesday'],
    ['2024-08-28', working(5), '2024-09-06', '29, 30, 4, 5, 6'],
    ['2024-08-23', calendarDays(10), '2024-09-04', 'the tenth is 2/9, off'],
    ['2024-08-25', calendarDays(10), '2024-09-04', 'the tenth is worked'],
  ],
  'ordinary days and ends of 2024': [
    ['2024-02-10', MONTH, '2024-02-29', 'a leap year'],
    ['2024-08-15', MONTH, '2024-08-31', 'a Saturday, and stays'],
    ['2024-05-20', QUARTER, '2024-06-30', 'a Sunday, and stays'],
    ['2024-02-22', calendarDays(7), '2024-02-29', 'a Thursday of a leap year'],
    ['2024-11-22', working(1), '2024-11-25', 'only a weekend between; 24/11 is no holiday yet'],
  ],
  'New Year of 2025, a Wednesday': [
    ['2024-12-31', working(1), '2025-01-02', 'Wednesday is off'],
    ['2024-12-27', working(5), '2025-01-06', '30, 31, 2, 3, 6'],
    ['2024-12-25', calendarDays(7), '2025-01-02', 'the seventh is 1/1, off'],
  ],
  'Tết of 2025, off from Monday 27/1 to Friday 31/1': [
    ['2025-01-24', working(1), '2025-02-03', 'nine days off with both weekends'],
    ['2025-01-20', working(5), '2025-02-03', '21, 22, 23, 24, then 3/2'],
    ['2025-01-22', calendarDays(10), '2025-02-03', 'the tenth is Saturday 1/2'],
    ['2025-01-17', calendarDays(10), '2025-02-03', 'the tenth is 27/1, off until the weekend after'],
    ['2025-01-23', working(10), '2025-02-13', '24, then 3 to 7, then 10 to 13'],
    ['2025-01-23', calendarDays(15), '2025-02-07', 'a Friday'],
  ],
  'Giỗ Tổ of 2025, Monday 7/4': [
    ['2025-04-04', working(1), '2025-04-08', 'Monday is off'],
    ['2025-04-04', calendarDays(3), '2025-04-08', 'the third is 7/4, off'],
    ['2025-04-02', working(4), '2025-04-09', '3, 4, 8, 9'],
  ],
  '30/4 and 1/5 of 2025: Friday 2/5 off for Saturday 26/4': [
    ['2025-04-25', working(1), '2025-04-26', 'the Saturday made up'],
    ['2025-04-24', working(5), '2025-05-05', '25, 26, 28, 29, then Monday 5/5'],
    ['2025-04-29', working(1), '2025-05-05', 'five days off'],
    ['2025-04-21', calendarDays(5), '2025-04-26', 'ends on the Saturday made up, which is worked'],
    ['2025-04-25', calendarDays(5), '2025-05-05', 'the fifth is 30/4, off until Sunday'],
    ['2025-04-22', calendarDays(10), '2025-05-05', 'the tenth is 2/5, off by the swap'],
  ],
  'National Day of 2025: Monday 1/9 and Tuesday 2/9': [
    ['2025-08-29', working(1), '2025-09-03', 'four days off'],
    ['2025-08-28', working(3), '2025-09-04', '29, 3, 4'],
    ['2025-08-27', calendarDays(5), '2025-09-03', 'the fifth is 1/9, off'],
    ['2025-08-04', MONTH, '2025-08-31', 'a Sunday, and stays'],
    ['2025-08-20', fixed('2025-09-02'), '2025-09-02', 'set on the National Day, and stays'],
    ['2025-11-21', working(1), '2025-11-24', 'a Monday like others: the holiday begins in 2026'],
  ],
  'New Year of 2026: Friday 2/1 off for Saturday 10/1': [
    ['2025-12-31', working(1), '2026-01-05', 'four days off'],
    ['2025-12-30', working(3), '2026-01-06', '31, 5, 6'],
    ['2026-01-05', working(5), '2026-01-10', '6, 7, 8, 9, and the Saturday made up'],
    ['2026-01-09', working(2), '2026-01-12', 'the Saturday made up and Monday'],
    ['2025-12-26', calendarDays(7), '2026-01-05', 'the seventh is 2/1, off by the swap'],
    ['2026-01-03', calendarDays(7), '2026-01-10', 'ends on the Saturday made up, which is worked'],
  ],
  'Tết of 2026, off from Monday 16/2 to Friday 20/2': [
    ['2026-02-13', working(1), '2026-02-23', 'nine days off with both weekends'],
    ['2026-02-10', working(5), '2026-02-24', '11, 12, 13, 23, 24'],
    ['2026-02-06', calendarDays(10), '2026-02-23', 'the tenth is 16/2, off until the weekend after'],
    ['2026-02-17', working(3), '2026-02-25', 'from the first day of the lunar year: 23, 24, 25'],
    ['2026-02-10', calendarDays(15), '2026-02-25', 'a Wednesday'],
  ],
  'Giỗ Tổ of 2026, Sunday 26/4, made up for on Monday 27/4; 30/4 and 1/5 are Thursday and Friday': [
    ['2026-04-24', working(1), '2026-04-28', 'Monday is off instead of Sunday'],
    ['2026-04-24', working(3), '2026-05-04', '28, 29, then Monday 4/5'],
    ['2026-04-19', calendarDays(8), '2026-04-28', 'the eighth is 27/4, off'],
    ['2026-04-29', working(1), '2026-05-04', 'four days off'],
    ['2026-04-16', working(10), '2026-05-05', '17, 20 to 24, 28, 29, 4, 5'],
    ['2026-04-20', calendarDays(10), '2026-05-04', 'the tenth is 30/4, off until Sunday'],
  ],
  'National Day of 2026: Monday 31/8 off for Saturday 22/8 [check], 1/9 [check] and 2/9': [
    ['2026-08-21', working(1), '2026-08-22', 'the Saturday made up'],
    ['2026-08-20', working(7), '2026-08-28', '21, 22, 24 to 28'],
    ['2026-08-28', working(1), '2026-09-03', 'five days off'],
    ['2026-08-26', calendarDays(5), '2026-09-03', 'the fifth is 31/8, off by the swap'],
    ['2026-08-10', MONTH, '2026-08-31', 'off by the swap, and stays'],
  ],
  'Day of Vietnamese Culture, Tuesday 24/11/2026, and the end of that year': [
    ['2026-11-20', working(2), '2026-11-25', '23, 25'],
    ['2026-11-20', working(3), '2026-11-26', '23, 25, 26'],
    ['2026-11-23', working(1), '2026-11-25', 'Tuesday is off'],
    ['2026-11-24', working(1), '2026-11-25', 'counted from the holiday itself'],
    ['2026-11-14', calendarDays(10), '2026-11-25', 'the tenth is 24/11, off'],
    ['2026-10-01', QUARTER, '2026-12-31', 'a Thursday'],
    ['2026-12-31', working(1), '2027-01-04', 'Friday 1/1/2027 is off'],
  ],
  'the same day, at latest the next working day': [
    ['2026-11-19', SAME_DAY, '2026-11-20', 'the next day is a Friday'],
    ['2026-11-23', SAME_DAY, '2026-11-25', '24/11 is off'],
    ['2024-02-07', SAME_DAY, '2024-02-15', 'Tết lies between'],
    ['2025-04-25', SAME_DAY, '2025-04-26', 'the Saturday made up'],
  ],
  'days before another day': [
    ['2024-01-02', before('2024-02-19', 5, true), '2024-02-05', 'back over Tết: 16, 15, 7, 6, 5'],
    ['2026-11-02', before('2026-11-27', 2, true), '2026-11-25', '26, 25'],
    ['2026-11-02', before('2026-11-27', 3, true), '2026-11-23', '26, 25, 23'],
    ['2026-11-02', before('2026-11-27', 3, false), '2026-11-23', 'the third is 24/11, off; the day before is worked'],
    ['2025-04-01', before('2025-05-05', 2, true), '2025-04-28', '29, 28'],
    ['2026-01-01', before('2026-02-24', 7, false), '2026-02-13', 'the seventh is 17/2, within Tết; back to Friday'],
  ],
}

describe.each(Object.entries(cases))('%s', (_, worked) => {
  it.each(worked)('from %s by %o due %s: %s', (from, rule, due) => {
    expect(dueDayOf(rule, from, calendar)).toBe(due)
  })
})

it('are at least sixty', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(60)
})
