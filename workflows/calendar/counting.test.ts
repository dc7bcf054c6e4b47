import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, daysAfter, isWeekend } from './day.ts'
import { type DueRule, deriveDueDay, dueDayOf } from './due-rule.ts'
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts'
import { countWorkingDays, workingDaysAfter, workingDaysBefore } from './working-days.ts'

const FIRST = '2024-01-01'
const SPAN = 1000
const announced = (day: Day): [Day, { day: Day; source: string }] => [day, { day, source: 'Thông báo' }]

const anyDay = fc.integer({ min: 0, max: SPAN }).map((days) => daysAfter(FIRST, days))
const anyCount = fc.integer({ min: 1, max: 80 })

/** Any days off, and any weekend days worked for them: more of both than a real year has. */
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({ off: fc.array(anyDay, { maxLength: 150 }), worked: fc.array(anyDay, { maxLength: 60 }) })
  .map(({ off, worked }) => ({
    daysOff: new Map(off.map(announced)),
    makeUpDays: new Map(worked.filter((day) => isWeekend(day) && !off.includes(day)).map(announced)),
  }))

const anyCountedRule = fc.oneof(
  fc.record({ kind: fc.constant('WORKING_DAYS' as const), days: anyCount }),
  fc.record({ kind: fc.constant('CALENDAR_DAYS' as const), days: anyCount }),
  fc.constant({ kind: 'SAME_DAY' as const }),
  fc.record({ kind: fc.constant('BEFORE_DAY' as const), day: anyDay, days: anyCount, working: fc.boolean() }),
) satisfies fc.Arbitrary<DueRule>

test('n working days further there lie n working days between', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (calendar, from, days) => {
      const due = dueDayOf({ kind: 'WORKING_DAYS', days }, from, calendar)!
      expect(countWorkingDays(calendar, daysAfter(from, 1), daysAfter(due, 1))).toBe(days)
      expect(workingDaysAfter(calendar, from, days)).toBe(due)
    }),
  )
})

test('from a working day, n working days on and n back lead home', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (calendar, day, days) => {
      const home = workingDaysAfter(calendar, day, 1)
      expect(workingDaysBefore(calendar, workingDaysAfter(calendar, home, days), days)).toBe(home)
    }),
  )
})

test('what begins later is due no sooner, and one day more is due no sooner', () => {
  const kinds = fc.constantFrom('WORKING_DAYS' as const, 'CALENDAR_DAYS' as const)
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, kinds, (calendar, from, days, kind) => {
      const due = dueDayOf({ kind, days }, from, calendar)!
      expect(dueDayOf({ kind, days }, daysAfter(from, 1), calendar)! >= due).toBe(true)
      const later = dueDayOf({ kind, days: days + 1 }, from, calendar)!
      expect(kind === 'WORKING_DAYS' ? later > due : later >= due).toBe(true)
    }),
  )
})

test('no count ends on a day off', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCountedRule, (calendar, from, rule) => {
      expect(isWorkingDay(calendar, dueDayOf(rule, from, calendar)!)).toBe(true)
    }),
  )
})

test('a derivation looks at every day from its event to its end, and counts each at most once', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCountedRule, (calendar, from, rule) => {
      const { days, dueOn } = deriveDueDay(rule, from, calendar)
      const isBack = rule.kind === 'BEFORE_DAY'
      const start = isBack ? rule.day : from
      expect(days.map(({ day }) => day)).toEqual(
        days.map((_, index) => daysAfter(start, isBack ? -index - 1 : index + 1)),
      )
      const counts = days.flatMap(({ count }) => count ?? [])
      expect(counts).toEqual(counts.map((_, index) => index + 1))
      expect(counts.length).toBe('days' in rule ? rule.days : 1)
      expect(days.at(-1)!.day).toBe(dueOn)
    }),
  )
})
