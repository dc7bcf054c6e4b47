import { recordAudit } from '#app/audit/record-audit.server.ts'
import { filtersForTheLog } from '#app/directives/export-audit.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { csvResponse } from '#app/platform/csv-response.server.ts'
import { csvLines, csvText } from '#app/platform/csv.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import { type Period, periodKindOf } from '#workflows/calendar/periods.ts'
import { allSeries, type SeriesQuestion } from './list-series.server.ts'
import { periodWords } from './period-words.ts'
import type { SeriesFilters } from './series-filters.ts'

interface SeriesExport {
  filters: SeriesFilters
  by: Actor
  principals: Principal[]
  locale: Locale
  at: Date
}

/** What the list shows under the same filters, as CSV; that it was taken out is itself recorded. */
export async function exportSeries({ filters, by, principals, locale, at }: SeriesExport): Promise<Response> {
  await recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'listExported',
    details: { list: 'series', ...filtersForTheLog(filters) },
    at,
  })
  const today = officeDay(at)
  const lines = seriesLines({ filters, principals, today }, translateFor(locale))
  return csvResponse(lines, `nhiem-vu-dinh-ky-${today}.csv`)
}

async function* seriesLines(question: SeriesQuestion, t: Translate): AsyncGenerator<string> {
  yield csvText([
    [
      t('directives:field.content'),
      t('directives:field.source'),
      t('series:field.kind'),
      t('directives:field.leadUnit'),
      t('directives:field.directingLeader'),
      t('directives:field.follower'),
      t('series:field.firstPeriod'),
      t('series:field.lastPeriod'),
      t('series:field.nextPeriod'),
      t('directives:field.state'),
      t('series:field.obstacle'),
    ],
  ])
  const words = (period: Period | null) => (period ? periodWords(t, period) : '')
  const rows = await allSeries(question)
  yield csvLines(
    rows.map((row) => [
      row.content,
      row.symbol ?? '',
      t(`series:kind.${periodKindOf(row.firstPeriod)!}`),
      row.leadUnitName,
      row.directingLeader,
      row.follower,
      words(row.firstPeriod),
      words(row.lastPeriod),
      words(row.nextPeriod),
      t(`series:state.${row.state}`),
      row.obstacle ? t(`series:obstacle.${row.obstacle}`) : '',
    ]),
  )
}
