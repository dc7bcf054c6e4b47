import type { Day } from '#workflows/calendar/day.ts'
import { type AnnouncedDay, type DayOff, type Rest, restOn } from '#workflows/calendar/working-calendar.ts'

/** Where forms get the coming days off from, once a due day is chosen in them. */
export const WORKING_CALENDAR_PATH = '/working-calendar'

/** The working calendar between two days, as a page is told it. */
export interface KnownDaysOff {
  from: Day
  until: Day
  daysOff: DayOff[]
  makeUpDays: AnnouncedDay[]
}

/** Why nobody works on a day; null where it is worked, and outside of what is known: there nothing is pointed out. */
export function restKnownOn(day: Day, { from, until, daysOff, makeUpDays }: KnownDaysOff): Rest | null {
  if (day < from || day > until) return null
  return restOn({ daysOff: byDay(daysOff), makeUpDays: byDay(makeUpDays) }, day)
}

function byDay<Named extends { day: Day }>(days: Named[]): Map<Day, Named> {
  return new Map(days.map((each) => [each.day, each]))
}
