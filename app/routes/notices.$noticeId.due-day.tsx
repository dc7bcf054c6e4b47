import type { LoaderFunctionArgs } from '@remix-run/node'
import { explainNotice } from '#app/notices/explain-notice.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** Why the due day of a notice is that day, for the page that lists it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, principals } = await requireSignedIn(request)
  return { dueDay: await explainNotice({ noticeId: params.noticeId!, personId: person.id, principals }) }
}
