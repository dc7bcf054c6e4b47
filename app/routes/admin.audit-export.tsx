import type { LoaderFunctionArgs } from '@remix-run/node'
import { auditFilterFrom } from '#app/audit/audit-filter.ts'
import { exportAudit } from '#app/audit/export-audit.server.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'

/** What the list shows under the same filters, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const act = await administratorAct(request)
  const filter = auditFilterFrom(new URL(request.url))
  const csv = await exportAudit({ ...act, filter, t: translateFor(localeOf(request)) })
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="nhat-ky.csv"',
    },
  })
}
