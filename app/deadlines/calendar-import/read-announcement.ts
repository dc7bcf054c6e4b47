import { formatDay } from '#app/i18n/format.ts'
import { type CsvLine, type LineFault, readCsv } from '#app/platform/csv-read.ts'
import { typedDay } from '#app/platform/typed-day.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { daysOf, newDaysSchema } from '../calendar-forms.ts'
import type { AnnouncedRow } from '../working-calendar.server.ts'
import { COLUMN_NAMES, columnOf, type ColumnName, holidayOf, kindOf, REQUIRED_COLUMNS } from './columns.ts'

/** A day of the file with the line it stands on. */
export type ReadDay = AnnouncedRow & { line: number }

/** An announcement has some dozen lines. */
const MOST_LINES = 200

/** The days of an announcement, as far as the file itself can tell whether they are in order. */
export function readAnnouncement(bytes: Uint8Array): { days: ReadDay[]; faults: LineFault[] } {
  const shape = { names: COLUMN_NAMES, required: REQUIRED_COLUMNS, columnOf, mostLines: MOST_LINES }
  const { lines, faults } = readCsv(bytes, shape)
  const days = new Map<Day, ReadDay>()
  for (const line of lines) {
    const read = readLine(line)
    const twice = 'days' in read ? read.days.find(({ day }) => days.has(day)) : undefined
    if ('code' in read) faults.push(read)
    else if (twice)
      faults.push(faultAt(line, 'twice', { day: formatDay(twice.day), earlier: days.get(twice.day)!.line }))
    else for (const row of read.days) days.set(row.day, { ...row, line: line.line })
  }
  return { days: [...days.values()], faults }
}

function readLine(line: CsvLine<ColumnName>): { days: AnnouncedRow[] } | LineFault {
  const { cells } = line
  const from = typedDay(cells.from)
  if (!from) return faultAt(line, 'notADay', { text: cells.from })
  const to = cells.to === '' ? null : typedDay(cells.to)
  if (to === undefined) return faultAt(line, 'notADay', { text: cells.to })
  const kind = kindOf(cells.kind)
  if (!kind) return faultAt(line, 'unknownKind', { text: cells.kind })
  const holiday = cells.holiday === '' ? null : holidayOf(cells.holiday)
  if (cells.holiday !== '' && !holiday) return faultAt(line, 'unknownHoliday', { text: cells.holiday })
  const { data, error } = newDaysSchema.safeParse({ from, to, kind, holiday, source: cells.source })
  if (data) return { days: daysOf(data) }
  const [, code] = error.issues[0]!.message.split('workingCalendar:fault.')
  return faultAt(line, code ?? 'sourceMissing')
}

function faultAt({ line }: CsvLine<ColumnName>, code: string, values: LineFault['values'] = {}): LineFault {
  return { line, code: `workingCalendar:fault.${code}`, values }
}
