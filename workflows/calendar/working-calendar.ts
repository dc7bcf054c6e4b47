import { type Day, isWeekend } from './day.ts'
import type { HolidayOff } from './public-holidays.ts'

/** A day that an announcement or the administrator has named, with its source. */
export interface AnnouncedDay {
  day: Day
  source: string
}

export type DayOff = HolidayOff | AnnouncedDay

/**
 * Which days an office works: Monday to Friday, but for the days off, and with the make-up days that are announced (Labour Code
 * 2019 art. 111-112; swaps by yearly notice). Each of them has its source.
 */
export interface WorkingCalendar {
  daysOff: ReadonlyMap<Day, DayOff>
  /** Weekend days worked in exchange for a day off. */
  makeUpDays: ReadonlyMap<Day, AnnouncedDay>
}

/** Why nobody works on a day. */
export type Rest = 'weekend' | DayOff

/** Null on a working day. */
export function restOn({ daysOff, makeUpDays }: WorkingCalendar, day: Day): Rest | null {
  const off = daysOff.get(day)
  if (off) return off
  return isWeekend(day) && !makeUpDays.has(day) ? 'weekend' : null
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return restOn(calendar, day) === null
}
