import type { Day } from '#workflows/calendar/day.ts'
import { FIRST_YEAR, lastYear } from './check-calendar-edit.server.ts'
import { yearOf } from './working-calendar.server.ts'

/** The year asked for in an address, this one where that is none of the calendar's, and those beside it. */
export function yearsAround(asked: string | null, today: Day) {
  const number = Number(asked)
  const isThere = Number.isInteger(number) && number >= FIRST_YEAR && number <= lastYear(today)
  const year = isThere ? number : yearOf(today)
  return {
    year,
    before: year > FIRST_YEAR ? year - 1 : null,
    after: year < lastYear(today) ? year + 1 : null,
  }
}
