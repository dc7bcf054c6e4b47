import type { Actor } from '#workflows/actor.ts'
import { formatMoment } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { requireAdministrator } from '#app/organisation/administrator-act.ts'
import { csvLines, csvText } from '#app/platform/csv.ts'
import { db } from '#app/platform/db.server.ts'
import type { AuditFilter } from './audit-filter.ts'
import { auditOf } from './audit-of.ts'
import { detailWords } from './detail-words.ts'
import { readAudit } from './list-audit.server.ts'
import { recordAudit } from './record-audit.server.ts'

interface AuditExport {
  by: Actor
  address: string | null
  at: Date
  filter: AuditFilter
  t: Translate
}

/** What the list shows under the same filter, as CSV in parts; that it was taken out is itself recorded. */
export async function exportAudit({ by, address, at, filter, t }: AuditExport): Promise<ReadableStream<Uint8Array>> {
  requireAdministrator(by, { act: 'readAudit' })
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value))
  await recordAudit(db, { ...auditOf({ by, address, at }), kind: 'auditExported', details: asked })
  return streamOf(auditLines(by.organId, filter, t))
}

async function* auditLines(organId: string, filter: AuditFilter, t: Translate): AsyncGenerator<string, void> {
  yield csvText([[t('audit:at'), t('audit:kindHead'), t('audit:who'), t('audit:address'), t('audit:details')]])
  for await (const rows of readAudit(organId, filter)) {
    yield csvLines(
      rows.map(({ at, kind, actorName, address, details }) => [
        formatMoment(at),
        t(`audit:kind.${kind}`),
        actorName ?? '',
        address ?? '',
        detailWords(t, details),
      ]),
    )
  }
}

/** Each part is read from the database when the reader is ready for it. */
function streamOf(texts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
