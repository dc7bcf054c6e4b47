import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { actOnSeries, type AskedOfSeries, auditSeries } from './act-on-series.server.ts'
import { checkSeries } from './check-series.server.ts'
import { openPeriodsOf } from './open-periods.server.ts'
import { capacityIn } from './policy.ts'
import type { Series } from './series.ts'

/**
 * Issues a series once for all its periods, by whoever could issue each task of it. A period whose day of opening has come is
 * opened at once, the others by the job in their time.
 *
 * @throws as `actOnSeries`
 */
export function issueSeries(asked: AskedOfSeries): Promise<void> {
  const { seriesId, by, at } = asked
  return actOnSeries('issue', asked, async (tx, series) => {
    await checkSeries(tx, seriesId, officeDay(at))
    await tx.taskSeries.update({ where: { id: seriesId }, data: { revision: { increment: 1 } } })
    await recordIssue(tx, { draft: series, by, at })
    await openPeriodsOf(tx, seriesId, at)
  })
}

/** Writes who issues a draft, in which post and for whom. @throws where they may not */
export async function recordIssue(
  tx: Transaction,
  { draft, by, at }: { draft: Series; by: Actor; at: Date },
): Promise<void> {
  const { postId, onBehalfOfId } = capacityIn(draft, { type: 'issue' }, { actor: by, today: officeDay(at) })
  await tx.taskSeries.update({
    where: { id: draft.id },
    data: { issuedById: by.personId, issuedPostId: postId, issuedForId: onBehalfOfId, issuedAt: at },
  })
  await auditSeries(tx, { kind: 'seriesIssued', seriesId: draft.id, by, at })
}
