import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type Holiday, type HolidayOff, publicHolidaysOf } from '#workflows/calendar/public-holidays.ts'
import type { AnnouncedDay, DayOff, WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { vietnameseLunarCalendar } from './lunar-calendar.server.ts'

/** So far ahead, in years, the days off by law are known; a period of a thousand working days ends before. */
export const YEARS_AHEAD = 6

/** A day as it was announced. */
export interface AnnouncedRow extends AnnouncedDay {
  kind: 'OFF' | 'MAKE_UP'
  /** The holiday whose days of that year this one belongs to: they are then no longer those of the law's rule. */
  holiday: Holiday | null
}

/** The calendar of an office from the year of a day on: what the law says, and what was announced, which goes before it. */
export async function readWorkingCalendar(tx: Transaction, organId: string, from: Day): Promise<WorkingCalendar> {
  return calendarOf(yearOf(from), await readAnnouncedDays(tx, organId, yearOf(from)))
}

/** What was announced to an office from a year on, in the order of the days. */
export function readAnnouncedDays(tx: Transaction, organId: string, firstYear: number): Promise<AnnouncedRow[]> {
  return tx.$queryRaw<AnnouncedRow[]>`
    select day::text, kind::text, source, holiday from calendar_day
    where organ_id = ${organId}::uuid and day >= make_date(${firstYear}::int, 1, 1) order by day`
}

/** Where nothing was announced. */
export function calendarByLaw(from: Day): WorkingCalendar {
  return calendarOf(yearOf(from), [])
}

/** The calendar from a year on: the law's days, and before them what was announced. */
export function calendarOf(firstYear: number, rows: AnnouncedRow[]): WorkingCalendar {
  const announced = rows.filter(({ kind }) => kind === 'OFF')
  const makeUp = rows.filter(({ kind }) => kind === 'MAKE_UP')
  const daysOff = new Map<Day, DayOff>()
  for (let year = firstYear; year <= firstYear + YEARS_AHEAD; year++) {
    for (const off of holidaysOf(year, holidaysAnnounced(year, rows))) daysOff.set(off.day, off)
  }
  for (const { day, source } of announced) daysOff.set(day, { day, source })
  for (const { day } of makeUp) daysOff.delete(day)
  return { daysOff, makeUpDays: new Map(makeUp.map(({ day, source }) => [day, { day, source }])) }
}

/** The holidays whose days of a year stand in an announcement. */
export function holidaysAnnounced(year: number, rows: AnnouncedRow[]): Holiday[] {
  return rows.flatMap(({ day, kind, holiday }) => (kind === 'OFF' && holiday && yearOf(day) === year ? [holiday] : []))
}

const known = new Map<string, HolidayOff[]>()

/** The days off by law in a year but for the holidays announced. Astronomy takes some milliseconds, and gives the same each time. */
export function holidaysOf(year: number, announced: Holiday[]): HolidayOff[] {
  const key = [year, ...new Set(announced)].sort().join()
  const holidays = known.get(key) ?? publicHolidaysOf(year, vietnameseLunarCalendar, new Set(announced))
  known.set(key, holidays)
  return holidays
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
