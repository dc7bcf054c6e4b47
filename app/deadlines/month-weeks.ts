import type { Day } from '#workflows/calendar/day.ts'

/** The days of a month in weeks that begin on Monday; null before its first and after its last day. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  // 0 for Monday. In Greenwich each day has 24 hours.
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = week * 7 + weekday - before + 1
      return date < 1 || date > length ? null : new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
    }),
  )
}
