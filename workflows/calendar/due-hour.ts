import { z } from 'zod'
import { type Day, daysAfter } from './day.ts'

/** An hour of the office's clocks, 'HH:mm': compares as text. The end of a day is '24:00'. */
export type Hour = string

export const hourSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A day, and an hour of it: for flash documents, which are bound to no office hours. */
export interface HourOfDay {
  day: Day
  hour: Hour
}

const MINUTES_A_DAY = 24 * 60

/** So many hours of the clock later, whatever is worked in them. */
export function hoursAfter({ day, hour }: HourOfDay, hours: number): HourOfDay {
  const minutes = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) + hours * 60
  const ofDay = minutes % MINUTES_A_DAY
  return {
    day: daysAfter(day, Math.floor(minutes / MINUTES_A_DAY)),
    hour: [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  }
}

/**
 * Whether what is due is late, seen from a day and an hour of it: from the midnight after the due day, or where an hour is set once its
 * minute is over. Seen from a day alone no hour is past yet.
 */
export function isPast(
  due: { dueOn: Day; dueHour?: Hour | null },
  seen: { today: Day; hour?: Hour | null | undefined },
): boolean {
  if (seen.today !== due.dueOn) return seen.today > due.dueOn
  return Boolean(due.dueHour && seen.hour && seen.hour > due.dueHour)
}
