import { z } from 'zod'
import { type Day, daysAfter, daySchema } from './day.ts'
import { type Rest, restOn, type WorkingCalendar } from './working-calendar.ts'

const count = z.number().int().min(1).max(1000)

/** How a due day comes about; n days count from the day the task is issued. */
export const dueRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('FIXED_DAY'), day: daySchema }),
  z.object({ kind: z.literal('CALENDAR_DAYS'), days: count }),
  z.object({ kind: z.literal('WORKING_DAYS'), days: count }),
  z.object({ kind: z.literal('END_OF_MONTH') }),
  z.object({ kind: z.literal('END_OF_QUARTER') }),
  z.object({ kind: z.literal('OPEN_ENDED') }),
])
export type DueRule = z.infer<typeof dueRuleSchema>

/** How a due day came about: the days that were looked at, each with its number in the count or why it has none. */
export interface Derivation {
  rule: DueRule
  /** The day of the event from which it counts. */
  from: Day
  days: DerivedDay[]
  /** Null for what is open-ended. */
  dueOn: Day | null
}

export interface DerivedDay {
  day: Day
  /** Its number in the period; null where it does not count, or where a period is over and its end only looks for a working day. */
  count: number | null
  rest: Rest | null
}

/**
 * The due day of work issued on a day, with every day counted. A period in days starts the day after, and one that ends on a day
 * off ends on the next working day (domain 7.3). A fixed day stays where it was set, and so does the end of a month or quarter: a
 * date written in the directive is not moved.
 */
export function deriveDueDay(rule: DueRule, from: Day, calendar: WorkingCalendar): Derivation {
  const derived = (days: DerivedDay[]) => ({ rule, from, days, dueOn: days.at(-1)?.day ?? null })
  switch (rule.kind) {
    case 'FIXED_DAY':
      return derived([asItIs(rule.day, calendar)])
    case 'CALENDAR_DAYS':
      return derived(
        untilWorked(
          countDays(from, rule.days, calendar, () => true),
          from,
          calendar,
        ),
      )
    case 'WORKING_DAYS':
      return derived(countDays(from, rule.days, calendar, ({ rest }) => rest === null))
    case 'END_OF_MONTH':
      return derived([asItIs(endOfMonths(from, 1), calendar)])
    case 'END_OF_QUARTER':
      return derived([asItIs(endOfMonths(from, 3), calendar)])
    case 'OPEN_ENDED':
      return derived([])
  }
}

export function dueDayOf(rule: DueRule, from: Day, calendar: WorkingCalendar): Day | null {
  return deriveDueDay(rule, from, calendar).dueOn
}

function asItIs(day: Day, calendar: WorkingCalendar): DerivedDay {
  return { day, count: null, rest: restOn(calendar, day) }
}

function countDays(
  from: Day,
  count: number,
  calendar: WorkingCalendar,
  counts: (day: DerivedDay) => boolean,
): DerivedDay[] {
  const days: DerivedDay[] = []
  for (let counted = 0; counted < count;) {
    const day = asItIs(daysAfter(days.at(-1)?.day ?? from, 1), calendar)
    if (counts(day)) counted += 1
    days.push(counts(day) ? { ...day, count: counted } : day)
  }
  return days
}

/** Goes on past the last day, or past `from` where there is none, to a day that is worked. */
function untilWorked(days: DerivedDay[], from: Day, calendar: WorkingCalendar): DerivedDay[] {
  const looked = days.length > 0 ? [...days] : [asItIs(from, calendar)]
  for (let last = looked.at(-1)!; last.rest; last = looked.at(-1)!)
    looked.push(asItIs(daysAfter(last.day, 1), calendar))
  return looked
}

/** The last day of the span of so many months, counted from January, in which a day lies. */
function endOfMonths(day: Day, months: 1 | 3): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const lastMonth = Math.ceil(month / months) * months
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10)
}
