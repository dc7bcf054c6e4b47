import type { AuditKind } from '#app/audit/audit-kinds.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { seriesToAct } from './find-series.server.ts'
import type { SeriesAct } from './policy.ts'
import type { Series } from './series.ts'

export interface AskedOfSeries {
  seriesId: string
  revision: number
  by: Actor
  requestKey: string
  at: Date
}

/**
 * An act on a series, in one transaction and under its lock. A repeated request changes nothing.
 *
 * @throws NotFound, Refused, Conflict when somebody else changed it first, and whatever `carryOut` throws
 */
export function actOnSeries(
  act: SeriesAct,
  { seriesId, revision, by, requestKey, at }: AskedOfSeries,
  carryOut: (tx: Transaction, series: Series) => Promise<void>,
): Promise<void> {
  return transaction(`${act}Series`, async (tx) => {
    if (await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { seriesId }, at })) return
    const series = await seriesToAct(tx, { seriesId, act, by, today: officeDay(at) })
    if (series.revision !== revision) throw new Conflict('changedByAnother')
    await carryOut(tx, series)
  })
}

interface DoneToSeries {
  kind: Extract<AuditKind, `series${string}`>
  seriesId: string
  /** The names of what was changed. */
  changed?: string[]
  by: Actor
  at: Date
}

export function auditSeries(tx: Transaction, { kind, by, at, ...details }: DoneToSeries): Promise<void> {
  return recordAudit(tx, { organId: by.organId, actorId: by.personId, kind, details, at })
}
