import { v7 as newId } from 'uuid'
import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { supporterColumns } from '#app/directives/enter-directive.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { eachForItself } from '#app/jobs/each-for-itself.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { openPeriod } from '#app/workflow/begin-task.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { dataOf, type Period } from '#workflows/calendar/periods.ts'
import { lockSeries } from './find-series.server.ts'
import { periodWords } from './period-words.ts'
import { dueDayIn, periodDueToOpen } from './schedule.ts'
import { recordOf, type Series } from './series.ts'
import { SERIES_COLUMNS, seriesRows } from './series-sql.server.ts'

/**
 * Opens every period whose day has come, those missed while no worker ran too. Each is a transaction of its own under the lock of
 * its series, so that two runs at once open it once. One series that fails holds back no other, and is told at the end.
 */
export async function openDuePeriods(at: Date): Promise<void> {
  const today = officeDay(at)
  const running = await db.$queryRaw<Series[]>`
    select ${SERIES_COLUMNS} from ${seriesRows(today)}
    where series.issued_at is not null and series.stopped_at is null and standing.obstacle is null
    order by series.id`
  const due = running.filter((series) => periodDueToOpen(series, today))
  await eachForItself(due, async ({ id }) => {
    while (await transaction('openPeriod', (tx) => openNextPeriod(tx, id, at)));
  })
}

/** The same for one series, within the act that made it due. */
export async function openPeriodsOf(tx: Transaction, seriesId: string, at: Date): Promise<void> {
  while (await openNextPeriod(tx, seriesId, at));
}

/** @returns whether there was a period to open */
async function openNextPeriod(tx: Transaction, seriesId: string, at: Date): Promise<boolean> {
  const today = officeDay(at)
  const series = await lockSeries(tx, seriesId, today)
  if (series?.state !== 'running' || series.obstacle) return false
  const period = periodDueToOpen(series, today)
  if (!period) return false
  await openTask(tx, { series, period, at })
  return true
}

async function openTask(
  tx: Transaction,
  { series, period, at }: { series: Series; period: Period; at: Date },
): Promise<void> {
  const id = newId()
  const calendar = await readWorkingCalendar(tx, series.organId, dataOf(period).to)
  const record = recordOf(series, dueDayIn(series, period, calendar))
  // The words of a task are the office's, whatever language its reader has chosen.
  const content = `${series.content} (${periodWords(translateFor('vi'), period)})`
  const { id: seriesId, issuedPostId: postId, issuedForId: onBehalfOfId } = series
  const ordered = { seriesId, period, postId, onBehalfOfId, by: issuerOf(series), at }
  await openPeriod(tx, { id, title: content, record, ...ordered })
  const { _max: last } = await tx.task.aggregate({
    where: { directiveId: series.directiveId },
    _max: { position: true },
  })
  const { directiveId, expectedProduct, urgency, field } = series
  const { directingLeaderId, leadUnitId, followerId, enteredById } = series
  await tx.task.create({
    data: {
      id,
      directiveId,
      position: (last.position ?? 0) + 1,
      content,
      expectedProduct,
      urgency,
      field,
      seriesId,
      period,
      directingLeaderId,
      leadUnitId,
      followerId,
      enteredById,
    },
  })
  await tx.taskSupporter.createMany({ data: supporterColumns(id, record.supporters) })
}

/** Whoever issued the series, as they did then: it was ordered, and they may have left since. */
function issuerOf({ issuedById, organId }: Series): Actor {
  if (!issuedById) throw new Error('Nobody has issued this series')
  return { personId: issuedById, organId, posts: [], chargeUnitIds: [], standsInFor: [] }
}
