import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { exportStuck } from '#app/operations/export-stuck.server.ts'
import { administratorAct } from '#app/organisation/administrator.server.ts'

/** The stuck messages of the operator's page, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const act = await administratorAct(request)
  const csv = await exportStuck({ ...act, t: translateFor(localeOf(request)) })
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="viec-bi-ket.csv"',
    },
  })
}
