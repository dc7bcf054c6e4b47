import type { Translate } from '#app/i18n/translator.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { requireAdministrator, type AdministratorAct } from '#app/organisation/administrator-act.ts'
import { csvText } from '#app/platform/csv.ts'
import { db } from '#app/platform/db.server.ts'
import { durationWords } from './duration-words.ts'
import { stuckRows } from './stuck-rows.server.ts'

/** A file is read at a desk: beyond this it says no more than the figure does. */
const MOST = 10_000

/** The stuck messages as the page shows them, as CSV; that it was taken out is itself recorded. */
export async function exportStuck(act: AdministratorAct & { t: Translate }): Promise<string> {
  const { by, at, t } = act
  requireAdministrator(by, { act: 'operate' })
  const rows = await stuckRows({ at, most: MOST })
  await recordAudit(db, { ...auditOf(act), kind: 'stuckMessagesExported', details: { lines: rows.length } })
  const heads = ['job', 'message', 'why', 'error', 'age', 'attempts'] as const
  return csvText([
    heads.map((head) => t(`operations:${head}`)),
    ...rows.map(({ job, id, reason, errorName, ageMilliseconds, attempts }) => [
      job,
      id,
      t(`operations:reason.${reason}`),
      errorName ?? '',
      durationWords(t, ageMilliseconds),
      String(attempts),
    ]),
  ])
}
