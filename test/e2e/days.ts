import { officeDay } from '#app/platform/clock.server.ts'
import { daysAfter } from '#workflows/calendar/day.ts'

/** So many days from today in the office's zone, 'YYYY-MM-DD'. */
export function inDays(days: number): string {
  return daysAfter(officeDay(new Date()), days)
}

/** As the screen writes it: dd/MM/yyyy. */
export function shownDay(day: string): string {
  return day.split('-').reverse().join('/')
}
