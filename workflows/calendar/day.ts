import { z } from 'zod'

/** A day in the office's zone, 'YYYY-MM-DD': compares as text, carries no hour and no zone. */
export type Day = string

/** The calendar has no year 0. */
export const daySchema = z.iso.date().refine((day) => day >= '0001-01-01')

const DAY = 24 * 3_600_000

/** The day so many days later. A day has no zone, so it is counted on in Greenwich, where each has 24 hours. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** How many days from one day to a later one. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY)
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
