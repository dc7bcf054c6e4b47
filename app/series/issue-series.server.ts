import { recordAudit } from '#app/audit/record-audit.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { checkSeries } from './check-series.server.ts'
import { seriesToAct } from './find-series.server.ts'
import { openPeriodsOf } from './open-periods.server.ts'
import { capacityIn } from './policy.ts'
import type { Series } from './series.ts'

export interface AskedOfSeries {
  seriesId: string
  revision: number
  by: Actor
  requestKey: string
  at: Date
}

/**
 * Issues a series once for all its periods, by whoever could issue each task of it. A period whose day of opening has come is
 * opened at once, the others by the job in their time.
 *
 * @throws NotFound, Refused, Conflict when it was changed meanwhile
 */
export function issueSeries({ seriesId, revision, by, requestKey, at }: AskedOfSeries): Promise<void> {
  return transaction('issueSeries', async (tx) => {
    const today = officeDay(at)
    if (await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { seriesId }, at })) return
    const series = await seriesToAct(tx, { seriesId, act: 'issue', by, today })
    if (series.revision !== revision) throw new Conflict('changedByAnother')
    await checkSeries(tx, seriesId, today)
    await tx.taskSeries.update({
      where: { id: seriesId },
      data: { ...issuingColumns(series, by, at), revision: { increment: 1 } },
    })
    await recordAudit(tx, {
      organId: by.organId,
      actorId: by.personId,
      kind: 'seriesIssued',
      details: { seriesId },
      at,
    })
    await openPeriodsOf(tx, seriesId, at)
  })
}

/** Who issues a draft, in which post and for whom. @throws where they may not */
export function issuingColumns(draft: Series, by: Actor, at: Date) {
  const { postId, onBehalfOfId } = capacityIn(draft, { type: 'issue' }, { actor: by, today: officeDay(at) })
  return { issuedById: by.personId, issuedPostId: postId, issuedForId: onBehalfOfId, issuedAt: at }
}
