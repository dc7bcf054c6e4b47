import { recordAudit } from '#app/audit/record-audit.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Conflict, Refused } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { checkSeries } from './check-series.server.ts'
import { seriesColumns } from './enter-series.server.ts'
import { seriesToAct } from './find-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { type AskedOfSeries, issuingColumns } from './issue-series.server.ts'
import { openPeriodsOf } from './open-periods.server.ts'
import { enteringRefusal, refusalIn } from './policy.ts'
import type { Series } from './series.ts'

interface EditSeries extends AskedOfSeries {
  series: SeriesInput
}

/**
 * Changes a draft, or of an issued series what is opened from now on; the tasks already opened stay as they are. What waited only
 * for this change is opened at once. With another leader it is issued anew, by whoever changes it, for the one who had it issued
 * had nothing done for this leader. A repeated request changes nothing.
 *
 * @throws NotFound, Refused, Conflict when somebody else changed it first
 */
export function editSeries({ seriesId, revision, series: input, by, requestKey, at }: EditSeries): Promise<void> {
  return transaction('editSeries', async (tx) => {
    const today = officeDay(at)
    if (await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { seriesId }, at })) return
    const before = await seriesToAct(tx, { seriesId, act: 'edit', by, today })
    if (before.revision !== revision) throw new Conflict('changedByAnother')
    if (before.state !== 'draft' && input.firstPeriod !== before.firstPeriod) {
      throw new Refused('series:errors.firstPeriodIsIssued')
    }
    const columns = await seriesColumns(tx, { series: input, organId: by.organId, today })
    await tx.taskSeries.update({ where: { id: seriesId }, data: { ...columns, revision: { increment: 1 } } })
    const after = await checkSeries(tx, seriesId, today)
    if (after.directingLeaderId !== before.directingLeaderId) await changeLeader(tx, after, by, at)
    await recordAudit(tx, {
      organId: by.organId,
      actorId: by.personId,
      kind: 'seriesChanged',
      details: { seriesId, changed: changedNames(before, after) },
      at,
    })
    await openPeriodsOf(tx, seriesId, at)
  })
}

/** Whoever changes a series for the leader it has may not give it to one they could not enter it for, nor issue it. */
async function changeLeader(tx: Transaction, series: Series, by: Actor, at: Date): Promise<void> {
  const asDraft: Series = { ...series, state: 'draft' }
  const isIssued = series.state !== 'draft'
  const who = { actor: by, today: officeDay(at) }
  const refusal = enteringRefusal(series, by) ?? (isIssued ? refusalIn(asDraft, 'issue', who) : null)
  if (refusal) throw new Refused(`refusals:${refusal.code}`, refusal.values)
  if (!isIssued) return
  await tx.taskSeries.update({ where: { id: series.id }, data: issuingColumns(asDraft, by, at) })
  await recordAudit(tx, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'seriesIssued',
    details: { seriesId: series.id },
    at,
  })
}

function changedNames(before: Series, after: Series): string[] {
  const followsOfItself = ['revision', 'state', 'obstacle']
  const names = (Object.keys(before) as (keyof Series)[]).filter((name) => !followsOfItself.includes(name))
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
