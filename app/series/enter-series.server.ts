import { v7 as newId } from 'uuid'
import { spelledField } from '#app/directives/charged-fields.server.ts'
import { checkTaskPeople } from '#app/directives/task-people.server.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { periodKindOf } from '#workflows/calendar/periods.ts'
import { auditSeries } from './act-on-series.server.ts'
import { checkSeries } from './check-series.server.ts'
import { directiveForSeries } from './directive-of-series.server.ts'
import type { SeriesInput } from './forms.ts'
import { enteringRefusal } from './policy.ts'

interface EnterSeries {
  directiveId: string
  series: SeriesInput
  by: Actor
  requestKey: string
  at: Date
}

/**
 * Enters a recurring duty under a directive, as a draft. A repeated request enters nothing and names the series of the first.
 *
 * @throws NotFound when the directive is not visible; Refused when it is restricted, when the actor may not enter for this leader,
 *   or somebody chosen has no such post today
 */
export function enterSeries({ directiveId, series, by, requestKey, at }: EnterSeries): Promise<{ seriesId: string }> {
  return transaction('enterSeries', async (tx) => {
    const seriesId = newId()
    const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { seriesId }, at })
    if (earlier) return { seriesId: String(earlier.seriesId) }

    const today = officeDay(at)
    await directiveForSeries(tx, directiveId, by)
    await tx.taskSeries.create({
      data: {
        id: seriesId,
        directiveId,
        enteredById: by.personId,
        enteredAt: at,
        ...(await seriesColumns(tx, { series, organId: by.organId, today })),
      },
    })
    const refusal = enteringRefusal(await checkSeries(tx, seriesId, today), by)
    if (refusal) throw new Refused(`refusals:${refusal.code}`, refusal.values)
    await auditSeries(tx, { kind: 'seriesEntered', seriesId, by, at })
    return { seriesId }
  })
}

/** What was entered, as columns. @throws Refused when a person chosen has no such post today, or a unit has ended */
export async function seriesColumns(
  tx: Transaction,
  { series, organId, today }: { series: SeriesInput; organId: string; today: Day },
) {
  const { expectedProduct, lastPeriod, field, ...rest } = series
  const { leadUnitId } = series
  const chosen = { ...series, organId, leadUnitIds: [leadUnitId], restricted: false, namedPersonIds: [] }
  await checkTaskPeople(tx, chosen, today)
  return {
    ...rest,
    searchText: foldVietnamese(series.content),
    expectedProduct: expectedProduct ?? null,
    field: await spelledField(tx, { field, organId, today }),
    periodKind: periodKindOf(series.firstPeriod)!,
    lastPeriod: lastPeriod ?? null,
  }
}
