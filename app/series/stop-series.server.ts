import { recordAudit } from '#app/audit/record-audit.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import { seriesToAct } from './find-series.server.ts'
import type { AskedOfSeries } from './issue-series.server.ts'
import { capacityIn } from './policy.ts'

/**
 * Stops a series for good: no later period is opened, and what is open goes on as if nothing had happened. A draft is dropped so.
 *
 * @throws NotFound, Refused, Conflict when it was changed meanwhile
 */
export function stopSeries({
  seriesId,
  revision,
  reason,
  by,
  requestKey,
  at,
}: AskedOfSeries & { reason: string }): Promise<void> {
  return transaction('stopSeries', async (tx) => {
    if (await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { seriesId }, at })) return
    const who = { actor: by, today: officeDay(at) }
    const series = await seriesToAct(tx, { seriesId, act: 'stop', by, today: who.today })
    if (series.revision !== revision) throw new Conflict('changedByAnother')
    await tx.taskSeries.update({
      where: { id: seriesId },
      data: {
        stoppedById: by.personId,
        stoppedPostId: capacityIn(series, { type: 'stop', reason }, who).postId,
        stoppedAt: at,
        stopReason: reason,
        revision: { increment: 1 },
      },
    })
    await recordAudit(tx, {
      organId: by.organId,
      actorId: by.personId,
      kind: 'seriesStopped',
      details: { seriesId },
      at,
    })
  })
}
