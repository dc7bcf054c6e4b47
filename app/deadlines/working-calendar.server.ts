import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type Holiday, type HolidayOff, publicHolidaysOf } from '#workflows/calendar/public-holidays.ts'
import type { AnnouncedDay, DayOff, WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { vietnameseLunarCalendar } from './lunar-calendar.server.ts'

/** So far ahead, in years, the days off by law are known; a period of a thousand working days ends before. */
const YEARS_AHEAD = 6

interface CalendarRow extends AnnouncedDay {
  kind: 'OFF' | 'MAKE_UP'
  /** The holiday whose days of that year this one belongs to: they are then no longer those of the law's rule. */
  holiday: Holiday | null
}

/** The calendar of an office from the year of a day on: what the law says, and what was announced, which goes before it. */
export async function readWorkingCalendar(tx: Transaction, organId: string, from: Day): Promise<WorkingCalendar> {
  const rows = await tx.$queryRaw<CalendarRow[]>`
    select day::text, kind::text, source, holiday from calendar_day
    where organ_id = ${organId}::uuid and day >= make_date(${yearOf(from)}::int, 1, 1) order by day`
  return calendarOf(yearOf(from), rows)
}

/** Where nothing was announced. */
export function calendarByLaw(from: Day): WorkingCalendar {
  return calendarOf(yearOf(from), [])
}

function calendarOf(firstYear: number, rows: CalendarRow[]): WorkingCalendar {
  const announced = rows.filter(({ kind }) => kind === 'OFF')
  const makeUp = rows.filter(({ kind }) => kind === 'MAKE_UP')
  const daysOff = new Map<Day, DayOff>()
  for (let year = firstYear; year <= firstYear + YEARS_AHEAD; year++) {
    const named = announced.flatMap(({ day, holiday }) => (holiday && yearOf(day) === year ? [holiday] : []))
    for (const off of holidaysOf(year, named)) daysOff.set(off.day, off)
  }
  for (const { day, source } of announced) daysOff.set(day, { day, source })
  for (const { day } of makeUp) daysOff.delete(day)
  return { daysOff, makeUpDays: new Map(makeUp.map(({ day, source }) => [day, { day, source }])) }
}

const known = new Map<string, HolidayOff[]>()

/** Astronomy takes some milliseconds a year, and gives the same each time. */
function holidaysOf(year: number, announced: Holiday[]): HolidayOff[] {
  const key = [year, ...new Set(announced)].sort().join()
  const holidays = known.get(key) ?? publicHolidaysOf(year, vietnameseLunarCalendar, new Set(announced))
  known.set(key, holidays)
  return holidays
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
