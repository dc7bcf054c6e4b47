import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { openNotice } from '#app/notices/mark-read.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

/** Where a notice leads, and a mail about it: to the task, which says itself who may see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const rootId = await openNotice({ noticeId: params.noticeId!, personId: person.id, at: now() })
  return redirect(rootId ? `/tasks/${rootId}` : '/notices')
}
