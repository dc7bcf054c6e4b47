import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { daySchema } from '#workflows/calendar/day.ts'
import { type AnnouncedRow, readAnnouncedDays, yearOf } from './working-calendar.server.ts'

/** The announced day that an address names. @throws NotFound where none is */
export async function announcedDay(organId: string, parameter: string | undefined): Promise<AnnouncedRow> {
  const { data: day } = daySchema.safeParse(parameter)
  if (!day) throw new NotFound()
  const rows = await readAnnouncedDays(db, organId, yearOf(day))
  const row = rows.find((each) => each.day === day)
  if (!row) throw new NotFound()
  return row
}
