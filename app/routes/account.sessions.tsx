import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { endOwnSession, signOutElsewhere } from '#app/sign-in/sign-out.server.ts'
import { doneAt } from '#app/ui/done.ts'

/** Ends one of one's own sessions, or all but this one. */
export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const act = ownAccountAct(request, signedIn)
  const form = await request.formData()
  if (form.get('others') === 'on') {
    await signOutElsewhere(act)
    return redirect(doneAt('/account', 'signIn:done.otherSessionsEnded'))
  }
  const sessionId = z.uuid().safeParse(form.get('sessionId'))
  if (sessionId.success) await endOwnSession({ ...act, endedSessionId: sessionId.data })
  return redirect(doneAt('/account', 'signIn:done.sessionEnded'))
}

export function loader() {
  return redirect('/account')
}
