import type { LoaderFunctionArgs } from '@remix-run/node'
import { countUnread } from '#app/notices/unread.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** How many notices are unread, for pages that are open already. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  return Response.json({ unread: await countUnread(person.id) }, { headers: { 'cache-control': 'no-store' } })
}
