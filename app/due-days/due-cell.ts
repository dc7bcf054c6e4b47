import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { shortDue } from './due-words.ts'

/** A due day in a table that leaves: with an hour it is a text, since a cell of days has none. */
export function dueCell(dueOn: Day | null, dueHour: Hour | null): XlsxCell {
  if (!dueOn) return null
  return dueHour ? shortDue(dueOn, dueHour) : { day: dueOn }
}
