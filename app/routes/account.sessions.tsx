import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { endOwnSession } from '#app/sign-in/sign-out.server.ts'
import { doneAt } from '#app/ui/done.ts'

/** Ends one of one's own sessions. */
export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const sessionId = z.uuid().safeParse((await request.formData()).get('sessionId'))
  if (sessionId.success) await endOwnSession({ ...ownAccountAct(request, signedIn), endedSessionId: sessionId.data })
  return redirect(doneAt('/account', 'signIn:done.sessionEnded'))
}

export function loader() {
  return redirect('/account')
}
