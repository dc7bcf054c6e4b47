import { monthsAfter } from '#workflows/calendar/month.ts'

/** Tasks issued in one month and settled in another, as counted together. */
export interface MonthCount {
  /** 'YYYY-MM'; empty: before the months shown. */
  issuedIn: string
  /** Null: still open. */
  settledIn: string | null
  /** Settled with a result; the rest was revoked. */
  done: boolean
  count: number
}

export interface MonthFigures {
  month: string
  issued: number
  done: number
  /** Issued, and not settled yet at the end of the month; of the last month, today. */
  open: number
}

const MONTHS_SHOWN = 12

/** To that of today. */
export function monthsShown(today: string): string[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, index) => monthsAfter(today.slice(0, 7), index + 1 - MONTHS_SHOWN))
}

/** Month by month to that of today, out of counts that reach back to the first of them. */
export function monthFigures(counts: MonthCount[], today: string): MonthFigures[] {
  return monthsShown(today).map((month) => {
    const sum = (holds: (count: MonthCount) => boolean) =>
      counts.filter(holds).reduce((total, { count }) => total + count, 0)
    return {
      month,
      issued: sum(({ issuedIn }) => issuedIn === month),
      done: sum(({ settledIn, done }) => settledIn === month && done),
      open: sum(({ issuedIn, settledIn }) => issuedIn <= month && (settledIn === null || settledIn > month)),
    }
  })
}
