import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { monthsAfter } from '#workflows/calendar/month.ts'

export interface Period {
  from: Day
  to: Day
}

export const periodNames = ['month', 'lastMonth', 'quarter', 'year'] as const
export type PeriodName = (typeof periodNames)[number]

/** Periods asked for by name; what is not over yet goes to its own last day. */
export function periodNamed(name: PeriodName, today: Day): Period {
  const month = today.slice(0, 7)
  switch (name) {
    case 'month':
      return months(month, 1)
    case 'lastMonth':
      return months(monthsAfter(month, -1), 1)
    case 'quarter':
      return months(monthsAfter(month, -((Number(month.slice(5)) - 1) % 3)), 3)
    case 'year':
      return months(`${month.slice(0, 4)}-01`, 12)
  }
}

function months(first: string, count: number): Period {
  return { from: `${first}-01`, to: daysAfter(`${monthsAfter(first, count)}-01`, -1) }
}
