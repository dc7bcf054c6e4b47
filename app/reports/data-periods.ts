import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { type DataPeriod, dataOf, type PeriodKind, periodOf } from '#workflows/calendar/periods.ts'

export const dataPeriodKinds = ['week', 'month', 'quarter', 'halfYear', 'year'] as const
export type DataPeriodKind = (typeof dataPeriodKinds)[number]

/** As they stand in the address of a report. */
const kinds: Record<Exclude<DataPeriodKind, 'week'>, PeriodKind> = {
  month: 'MONTH',
  quarter: 'QUARTER',
  halfYear: 'HALF_YEAR',
  year: 'YEAR',
}

/** The period of data a day lies in. A week, which the decree leaves to the office, goes from Monday to Sunday. */
export function dataPeriodOf(kind: DataPeriodKind, day: Day): DataPeriod {
  if (kind === 'week') {
    const monday = daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
    return { from: monday, to: daysAfter(monday, 6) }
  }
  return dataOf(periodOf(kinds[kind], day))
}

export function periodBefore(kind: DataPeriodKind, { from }: DataPeriod): DataPeriod {
  return dataPeriodOf(kind, daysAfter(from, -1))
}
