import { monthsAfter } from '#app/tracking/periods.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'

export interface DataPeriod {
  from: Day
  to: Day
}

export const dataPeriodKinds = ['week', 'month', 'quarter', 'halfYear', 'year'] as const
export type DataPeriodKind = (typeof dataPeriodKinds)[number]

/**
 * How long the data of periodic reports run and on which day of their last month they close: those of a month from the 15th of the
 * month before to its 14th, those of longer periods likewise, the year's from 15 December to 14 December. Decree 09/2019/NĐ-CP
 * art. 12; still to be checked against the text in force. An office that closes its books on another day says so here.
 */
const CLOSING_DAY = 14
const MONTHS: Record<Exclude<DataPeriodKind, 'week'>, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** The period of data a day lies in. A week, which the decree leaves to the office, goes from Monday to Sunday. */
export function dataPeriodOf(kind: DataPeriodKind, day: Day): DataPeriod {
  if (kind === 'week') {
    const monday = daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
    return { from: monday, to: daysAfter(monday, 6) }
  }
  const reported = reportedMonth(day)
  const first = monthsAfter(reported, -((Number(reported.slice(5)) - 1) % MONTHS[kind]))
  return {
    from: daysAfter(closingDayOf(monthsAfter(first, -1)), 1),
    to: closingDayOf(monthsAfter(first, MONTHS[kind] - 1)),
  }
}

export function periodBefore(kind: DataPeriodKind, { from }: DataPeriod): DataPeriod {
  return dataPeriodOf(kind, daysAfter(from, -1))
}

/** The month, 'YYYY-MM', whose report a day's data go into. */
export function reportedMonth(day: Day): string {
  const month = day.slice(0, 7)
  return Number(day.slice(8)) > CLOSING_DAY ? monthsAfter(month, 1) : month
}

function closingDayOf(month: string): Day {
  return `${month}-${CLOSING_DAY}`
}
