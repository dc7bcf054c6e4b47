import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

/** The announced days of an office from a day on. */
export async function readWorkingCalendar(tx: Transaction, organId: string, from: Day): Promise<WorkingCalendar> {
  const days = await tx.$queryRaw<{ day: Day; kind: 'OFF' | 'MAKE_UP' }[]>`
    select day::text, kind from calendar_day where organ_id = ${organId}::uuid and day >= ${from}::date`
  const ofKind = (kind: string) => new Set(days.filter((each) => each.kind === kind).map(({ day }) => day))
  return { daysOff: ofKind('OFF'), makeUpDays: ofKind('MAKE_UP') }
}
