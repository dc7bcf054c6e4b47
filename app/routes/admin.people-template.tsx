import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { importTemplate } from '#app/organisation/people-import/template.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request, 'importPeople')
  return new Response(importTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="nguoi-va-chuc-vu.csv"',
    },
  })
}
