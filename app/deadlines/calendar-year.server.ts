import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Holiday, HolidayOff } from '#workflows/calendar/public-holidays.ts'
import {
  type AnnouncedRow,
  calendarOf,
  holidaysAnnounced,
  holidaysOf,
  readAnnouncedDays,
  yearOf,
} from './working-calendar.server.ts'

export interface LawDay extends HolidayOff {
  /** An announcement has named the days of this holiday in its place. */
  isReplaced: boolean
}

/** What a day of the year is, where it is not just a working day or a weekend. */
export interface MarkedDay {
  day: Day
  mark: 'holiday' | 'expected' | 'off' | 'makeUp'
  holiday: Holiday | null
}

export interface CalendarYear {
  year: number
  announced: AnnouncedRow[]
  law: LawDay[]
  marked: MarkedDay[]
}

/** A year of an organ's calendar: what is announced, what the law has, and what comes of both. */
export async function readCalendarYear(organId: string, year: number): Promise<CalendarYear> {
  // The calendar is made of whole years, each for itself.
  const rows = await readAnnouncedDays(db, organId, year)
  const announced = rows.filter(({ day }) => yearOf(day) === year)
  const named = holidaysAnnounced(year, announced)
  const law = holidaysOf(year, []).map((off) => ({ ...off, isReplaced: named.includes(off.holiday) }))
  return { year, announced, law, marked: markedIn(year, announced) }
}

function markedIn(year: number, announced: AnnouncedRow[]): MarkedDay[] {
  const { daysOff, makeUpDays } = calendarOf(year, announced)
  const holidayOf = new Map(announced.map(({ day, holiday }) => [day, holiday]))
  const off = [...daysOff.values()].map((dayOff): MarkedDay =>
    'holiday' in dayOff
      ? { day: dayOff.day, mark: dayOff.isExpected ? 'expected' : 'holiday', holiday: dayOff.holiday }
      : { day: dayOff.day, mark: 'off', holiday: holidayOf.get(dayOff.day) ?? null },
  )
  const makeUp = [...makeUpDays.keys()].map((day): MarkedDay => ({ day, mark: 'makeUp', holiday: null }))
  return [...off, ...makeUp].filter(({ day }) => yearOf(day) === year)
}
