import { formatDay } from '#app/i18n/format.ts'
import type { Problem } from '#app/i18n/problem.ts'
import { type Day, isWeekend } from '#workflows/calendar/day.ts'
import { type CalendarEdit, edited } from './calendar-forms.ts'
import { type AnnouncedRow, holidaysAnnounced, holidaysOf, YEARS_AHEAD, yearOf } from './working-calendar.server.ts'

/** The first year of which the public holidays are known, by the Labour Code in force. */
export const FIRST_YEAR = 2021

export interface DayFault {
  day: Day
  problem: Problem
}

/** What of a change makes no sense against the law and what is announced already: each with its day. */
export function faultsOf(rows: AnnouncedRow[], edit: CalendarEdit, today: Day): DayFault[] {
  const after = edited(rows, edit)
  const announced = new Set(rows.map(({ day }) => day))
  return edit.put.flatMap((put): DayFault[] => {
    const code = codeOf(put, after, today) ?? (!edit.mayReplace && announced.has(put.day) ? 'announcedAlready' : null)
    if (!code) return []
    const values = { day: formatDay(put.day), from: FIRST_YEAR, to: lastYear(today) }
    return [{ day: put.day, problem: { code: `workingCalendar:fault.${code}`, values } }]
  })
}

/** So far ahead the calendar can be shown and said. */
export function lastYear(today: Day): number {
  return yearOf(today) + YEARS_AHEAD
}

function codeOf({ day, kind, holiday }: AnnouncedRow, after: AnnouncedRow[], today: Day): string | null {
  const year = yearOf(day)
  if (year < FIRST_YEAR || year > lastYear(today)) return 'yearIsOutside'
  const isOffByLaw = holidaysOf(year, holidaysAnnounced(year, after)).some((off) => off.day === day)
  if (kind === 'MAKE_UP') return isWeekend(day) || isOffByLaw ? null : 'isWorkedAnyway'
  // Of a holiday an announcement names all its days, those on a weekend too.
  if (holiday) return isOffByLaw ? 'isOffForAnother' : null
  if (isWeekend(day)) return 'isWeekend'
  return isOffByLaw ? 'isHoliday' : null
}
