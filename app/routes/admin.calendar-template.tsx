import type { LoaderFunctionArgs } from '@remix-run/node'
import { importTemplate } from '#app/deadlines/calendar-import/template.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request, 'changeCalendar')
  return new Response(importTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="lich-lam-viec.csv"',
    },
  })
}
