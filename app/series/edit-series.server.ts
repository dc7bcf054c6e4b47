import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { actOnSeries, type AskedOfSeries, auditSeries } from './act-on-series.server.ts'
import { checkSeries } from './check-series.server.ts'
import { seriesColumns } from './enter-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { recordIssue } from './issue-series.server.ts'
import { openPeriodsOf } from './open-periods.server.ts'
import { enteringRefusal, refusalIn } from './policy.ts'
import type { Series } from './series.ts'

/**
 * Changes a draft, or of an issued series what is opened from now on; the tasks already opened stay as they are. What waited only
 * for this change is opened at once. With another leader it is issued anew, by whoever changes it, for the one who had it issued
 * had nothing done for this leader.
 *
 * @throws as `actOnSeries`
 */
export function editSeries({ series: input, ...asked }: AskedOfSeries & { series: SeriesInput }): Promise<void> {
  const { seriesId, by, at } = asked
  return actOnSeries('edit', asked, async (tx, before) => {
    const today = officeDay(at)
    if (before.state !== 'draft' && input.firstPeriod !== before.firstPeriod) {
      throw new Refused('series:errors.firstPeriodIsIssued')
    }
    const columns = await seriesColumns(tx, { series: input, organId: by.organId, today })
    await tx.taskSeries.update({ where: { id: seriesId }, data: { ...columns, revision: { increment: 1 } } })
    const after = await checkSeries(tx, seriesId, today)
    await auditSeries(tx, { kind: 'seriesChanged', seriesId, changed: changedNames(before, after), by, at })
    if (after.directingLeaderId !== before.directingLeaderId) await changeLeader(tx, { series: after, by, at })
    await openPeriodsOf(tx, seriesId, at)
  })
}

/** Whoever changes a series for the leader it has may not give it to one they could not enter it for, nor issue it. */
async function changeLeader(
  tx: Transaction,
  { series, by, at }: { series: Series; by: Actor; at: Date },
): Promise<void> {
  const draft: Series = { ...series, state: 'draft' }
  const isIssued = series.state !== 'draft'
  const who = { actor: by, today: officeDay(at) }
  const refusal = enteringRefusal(series, by) ?? (isIssued ? refusalIn(draft, 'issue', who) : null)
  if (refusal) throw new Refused(`refusals:${refusal.code}`, refusal.values)
  if (isIssued) await recordIssue(tx, { draft, by, at })
}

function changedNames(before: Series, after: Series): string[] {
  const followsOfItself = ['revision', 'state', 'obstacle']
  const names = (Object.keys(before) as (keyof Series)[]).filter((name) => !followsOfItself.includes(name))
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
