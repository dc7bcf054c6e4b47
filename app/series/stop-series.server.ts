import { officeDay } from '#app/platform/clock.server.ts'
import { actOnSeries, type AskedOfSeries, auditSeries } from './act-on-series.server.ts'
import { capacityIn } from './policy.ts'

/**
 * Stops a series for good: no later period is opened, and what is open goes on as if nothing had happened. A draft is dropped so.
 *
 * @throws as `actOnSeries`
 */
export function stopSeries({ reason, ...asked }: AskedOfSeries & { reason: string }): Promise<void> {
  const { seriesId, by, at } = asked
  return actOnSeries('stop', asked, async (tx, series) => {
    await tx.taskSeries.update({
      where: { id: seriesId },
      data: {
        stoppedById: by.personId,
        stoppedPostId: capacityIn(series, { type: 'stop', reason }, { actor: by, today: officeDay(at) }).postId,
        stoppedAt: at,
        stopReason: reason,
        revision: { increment: 1 },
      },
    })
    await auditSeries(tx, { kind: 'seriesStopped', seriesId, by, at })
  })
}
