import { recordAudit } from '#app/audit/record-audit.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { csvResponse } from '#app/platform/csv-response.server.ts'
import { csvText } from '#app/platform/csv.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Period } from '../forms.ts'
import { readStalls } from './read-stalls.server.ts'
import { uncoveredWords } from './uncovered-words.ts'

interface StallsExport {
  personId: string
  by: Actor
  period: Period
  locale: Locale
  at: Date
}

/** What the page shows, as CSV; that it was taken out is itself recorded. */
export async function exportStalls({ personId, by, period, locale, at }: StallsExport): Promise<Response> {
  const t = translateFor(locale)
  const { lines } = await readStalls({ personId, by, period, today: officeDay(at) })
  await recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'listExported',
    subjectId: personId,
    details: { list: 'stalls', from: period.fromDay, to: period.toDay },
    at,
  })
  const heads = (['work', 'kind', 'source', 'due', 'why', 'when'] as const).map((name) => t(`stalls:field.${name}`))
  const rows = lines.map((line) => [
    line.title,
    t(`handovers:list.kind.${line.kind}`),
    line.symbol ?? '',
    line.dueOn ? formatDay(line.dueOn) : '',
    t(`stalls:why.${line.why}`),
    uncoveredWords(t, line),
  ])
  return csvResponse(onePart(csvText([heads, ...rows])), `viec-dung-${period.fromDay}-${period.toDay}.csv`)
}

async function* onePart(text: string): AsyncGenerator<string> {
  yield text
}
