import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type SeriesAct, refusalIn } from './policy.ts'
import type { Series } from './series.ts'
import { seesSeries, SERIES_COLUMNS, seriesRows } from './series-sql.server.ts'

/**
 * A series and its directive, locked: whoever comes second to open a period, to change the series or to add a task to the directive
 * waits here. It is read after that, so that it is the newest.
 */
export async function lockSeries(tx: Transaction, seriesId: string, today: Day): Promise<Series | null> {
  await tx.$queryRaw`
    select from task_series series join directive on directive.id = series.directive_id
    where series.id = ${seriesId}::uuid for no key update`
  return findSeries(tx, seriesId, today)
}

export async function findSeries(tx: Transaction, seriesId: string, today: Day): Promise<Series | null> {
  const [series] = await tx.$queryRaw<Series[]>`
    select ${SERIES_COLUMNS} from ${seriesRows(today)} where series.id = ${seriesId}::uuid`
  return series ?? null
}

/** The series, locked, for an act of somebody. @throws NotFound when they do not see it, Refused when the act is not open to them */
export async function seriesToAct(
  tx: Transaction,
  { seriesId, act, by, today }: { seriesId: string; act: SeriesAct; by: Actor; today: Day },
): Promise<Series> {
  const series = await lockSeries(tx, seriesId, today)
  if (!series || !(await isSeen(tx, seriesId, by))) throw new NotFound()
  const refusal = refusalIn(series, act, { actor: by, today })
  if (refusal) throw new Refused(`refusals:${refusal.code}`, refusal.values)
  return series
}

async function isSeen(tx: Transaction, seriesId: string, by: Actor): Promise<boolean> {
  const [seen] = await tx.$queryRaw<unknown[]>`
    select 1 from task_series series join directive on directive.id = series.directive_id
    where series.id = ${seriesId}::uuid and ${seesSeries(principalsOf(by))}`
  return seen !== undefined
}
