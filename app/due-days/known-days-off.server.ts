import { readWorkingCalendar, YEARS_AHEAD, yearOf } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { KnownDaysOff } from './known-days-off.ts'

/** From this day on, as far ahead as the days off by law are known. */
export async function readKnownDaysOff(organId: string, from: Day): Promise<KnownDaysOff> {
  const { daysOff, makeUpDays } = await readWorkingCalendar(db, organId, from)
  const coming = ({ day }: { day: Day }) => day >= from
  return {
    from,
    until: `${yearOf(from) + YEARS_AHEAD}-12-31`,
    daysOff: [...daysOff.values()].filter(coming),
    makeUpDays: [...makeUpDays.values()].filter(coming),
  }
}
