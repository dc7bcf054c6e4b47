import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { findSeries } from './find-series.server.ts'
import { dueDayIn } from './schedule.ts'
import type { Series } from './series.ts'

/**
 * The series as it now stands written, if its periods can be opened so.
 *
 * @throws Refused where a part has lost its holder, and for a draft whose first task would be overdue
 */
export async function checkSeries(tx: Transaction, seriesId: string, today: Day): Promise<Series> {
  const series = (await findSeries(tx, seriesId, today))!
  if (series.obstacle) throw new Refused(`series:obstacle.${series.obstacle}`)
  if (series.state === 'draft') {
    const calendar = await readWorkingCalendar(tx, series.organId, today)
    if (dueDayIn(series, series.firstPeriod, calendar) < today) throw new Refused('series:errors.firstPeriodIsPast')
  }
  return series
}
