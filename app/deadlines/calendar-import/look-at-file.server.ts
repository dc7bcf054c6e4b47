import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import type { LineFault } from '#app/platform/csv-read.ts'
import { db } from '#app/platform/db.server.ts'
import type { CalendarEdit } from '../calendar-forms.ts'
import { faultsOf, FIRST_YEAR } from '../check-calendar-edit.server.ts'
import { readAnnouncedDays } from '../working-calendar.server.ts'
import { readAnnouncement } from './read-announcement.ts'

/** What an announcement would change, or why it cannot be taken, line by line: all of it or nothing. */
export async function editInFile({
  by,
  at,
  bytes,
}: AdministratorAct & { bytes: Uint8Array }): Promise<{ edit: CalendarEdit; faults: LineFault[] }> {
  requireAdministrator(by, { act: 'changeCalendar' })
  const { days, faults } = readAnnouncement(bytes)
  const put = days.map(({ line: _, ...row }) => row)
  const edit = { put, removed: [], mayReplace: true }
  const rows = await readAnnouncedDays(db, by.organId, FIRST_YEAR)
  const lineOf = new Map(days.map(({ day, line }) => [day, line]))
  const ofDays = faultsOf(rows, edit, officeDay(at)).map(({ day, problem }) => ({ line: lineOf.get(day)!, ...problem }))
  return { edit, faults: [...faults, ...ofDays].sort((one, other) => one.line - other.line) }
}
