import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministratorHere(request)
  return redirect('/admin/people')
}
