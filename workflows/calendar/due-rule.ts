import { z } from 'zod'
import { type Day, daysAfter, daySchema } from './day.ts'
import { type WorkingCalendar, workingDayFrom, workingDaysAfter } from './working-calendar.ts'

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

/**
 * The due day of work issued on a day; null for what is open-ended. A period in days starts the day after, and one that ends on a
 * day off ends on the next working day (domain 7.3). A fixed day stays where it was set, and so does the end of a month or quarter:
 * a date written in the directive is not moved.
 */
export function dueDayOf(rule: DueRule, issuedOn: Day, calendar: WorkingCalendar): Day | null {
  switch (rule.kind) {
    case 'FIXED_DAY':
      return rule.day
    case 'CALENDAR_DAYS':
      return workingDayFrom(calendar, daysAfter(issuedOn, rule.days))
    case 'WORKING_DAYS':
      return workingDaysAfter(calendar, issuedOn, rule.days)
    case 'END_OF_MONTH':
      return endOfMonths(issuedOn, 1)
    case 'END_OF_QUARTER':
      return endOfMonths(issuedOn, 3)
    case 'OPEN_ENDED':
      return null
  }
}

/** The last day of the span of so many months, counted from January, in which a day lies. */
function endOfMonths(day: Day, months: 1 | 3): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const lastMonth = Math.ceil(month / months) * months
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10)
}
