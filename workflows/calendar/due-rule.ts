import { z } from 'zod'
import { type Day, daysAfter, daySchema } from './day.ts'
import { type Hour, hoursAfter } from './due-hour.ts'
import { type Rest, restOn, type WorkingCalendar } from './working-calendar.ts'

const count = z.number().int().min(1).max(1000)

/** How a due day comes about; n days count from the day the task is issued. Kinds are added and never taken away: they are stored. */
export const dueRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('FIXED_DAY'), day: daySchema }),
  z.object({ kind: z.literal('CALENDAR_DAYS'), days: count }),
  z.object({ kind: z.literal('WORKING_DAYS'), days: count }),
  z.object({ kind: z.literal('END_OF_MONTH') }),
  z.object({ kind: z.literal('END_OF_QUARTER') }),
  z.object({ kind: z.literal('OPEN_ENDED') }),
  /** Trong ngày, chậm nhất là ngày làm việc tiếp theo (Decree 30/2020). */
  z.object({ kind: z.literal('SAME_DAY') }),
  /** So many days, or working days, before another: a meeting, a term set from outside. */
  z.object({ kind: z.literal('BEFORE_DAY'), day: daySchema, days: count, working: z.boolean() }),
  /** Hours of the clock from the moment of issue, for flash documents. */
  z.object({ kind: z.literal('HOURS'), hours: z.number().int().min(1).max(72) }),
])
export type DueRule = z.infer<typeof dueRuleSchema>

/** How a due day came about: the days that were looked at, each with its number in the count or why it has none. */
export interface Derivation {
  rule: DueRule
  /** The day of the event from which it counts, and where hours are counted its hour. */
  from: Day
  fromHour: Hour | null
  /** One next to the other, the due day last; backwards where it is due before a day. */
  days: DerivedDay[]
  /** Null for what is open-ended. */
  dueOn: Day | null
  /** Only where hours are counted. */
  dueHour: Hour | null
}

export interface DerivedDay {
  day: Day
  /** Its number in the period; null where it does not count, or where a period is over and its end only looks for a working day. */
  count: number | null
  rest: Rest | null
}

/**
 * The due day of work issued on a day, with every day counted. A period in days starts the day after, and one that ends on a day
 * off ends on the next working day (domain 7.3); counted back from a day, on the last working day before, lest it be shortened. A
 * fixed day stays where it was set, and so does the end of a month or quarter: a date written in the directive is not moved. Hours run
 * on over nights and days off.
 *
 * @param hour of that day; where hours are counted it must be known
 */
export function deriveDueDay(
  rule: DueRule,
  from: Day,
  calendar: WorkingCalendar,
  hour: Hour | null = null,
): Derivation {
  if (rule.kind === 'HOURS') return deriveDueHour(rule, { day: from, hour }, calendar)
  const days = daysLookedAt(rule, from, calendar)
  return { rule, from, fromHour: null, days, dueOn: days.at(-1)?.day ?? null, dueHour: null }
}

type HoursRule = Extract<DueRule, { kind: 'HOURS' }>

function deriveDueHour(rule: HoursRule, from: { day: Day; hour: Hour | null }, calendar: WorkingCalendar): Derivation {
  const { day, hour } = from
  if (hour === null) throw new RangeError('Hours count from an hour')
  const due = hoursAfter({ day, hour }, rule.hours)
  const days = [asItIs(due.day, calendar)]
  return { rule, from: day, fromHour: hour, days, dueOn: due.day, dueHour: due.hour }
}

export function dueDayOf(rule: DueRule, from: Day, calendar: WorkingCalendar): Day | null {
  return deriveDueDay(rule, from, calendar).dueOn
}

function daysLookedAt(rule: Exclude<DueRule, HoursRule>, from: Day, calendar: WorkingCalendar): DerivedDay[] {
  switch (rule.kind) {
    case 'FIXED_DAY':
      return [asItIs(rule.day, calendar)]
    case 'CALENDAR_DAYS': {
      const counted = countDays({ from, days: rule.days, working: false }, calendar)
      // What is due on the day it counts from has no day counted.
      return untilWorked(counted.length > 0 ? counted : [asItIs(from, calendar)], calendar)
    }
    case 'WORKING_DAYS':
      return countDays({ from, days: rule.days, working: true }, calendar)
    case 'SAME_DAY':
      return countDays({ from, days: 1, working: true }, calendar)
    case 'BEFORE_DAY': {
      const { day, days, working } = rule
      return untilWorked(countDays({ from: day, days, working, direction: -1 }, calendar), calendar, -1)
    }
    case 'END_OF_MONTH':
      return [asItIs(endOfMonths(from, 1), calendar)]
    case 'END_OF_QUARTER':
      return [asItIs(endOfMonths(from, 3), calendar)]
    case 'OPEN_ENDED':
      return []
  }
}

function asItIs(day: Day, calendar: WorkingCalendar): DerivedDay {
  return { day, count: null, rest: restOn(calendar, day) }
}

interface Counting {
  /** The day that is not counted yet. */
  from: Day
  days: number
  /** Only days that are worked count. */
  working: boolean
  direction?: 1 | -1
}

function countDays({ from, days, working, direction = 1 }: Counting, calendar: WorkingCalendar): DerivedDay[] {
  const looked: DerivedDay[] = []
  for (let counted = 0; counted < days;) {
    const day = asItIs(daysAfter(looked.at(-1)?.day ?? from, direction), calendar)
    const counts = !working || day.rest === null
    if (counts) counted += 1
    looked.push(counts ? { ...day, count: counted } : day)
  }
  return looked
}

/** Goes on past the last day to one that is worked. */
function untilWorked(days: DerivedDay[], calendar: WorkingCalendar, direction: 1 | -1 = 1): DerivedDay[] {
  const looked = [...days]
  for (let last = looked.at(-1)!; last.rest; last = looked.at(-1)!) {
    looked.push(asItIs(daysAfter(last.day, direction), calendar))
  }
  return looked
}

/** The last day of the span of so many months, counted from January, in which a day lies. */
function endOfMonths(day: Day, months: 1 | 3): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const lastMonth = Math.ceil(month / months) * months
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10)
}
