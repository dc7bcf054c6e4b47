import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { identify } from '#app/sign-in/identify.server.ts'
import { ownAccountAct } from '#app/sign-in/own-account.server.ts'
import { endedSessionCookie } from '#app/sign-in/session-cookie.server.ts'
import { signOut, signOutEverywhere } from '#app/sign-in/sign-out.server.ts'

/** Whoever has no session any more is signed out all the same. */
export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await identify(request)
  if (signedIn) {
    const everywhere = (await request.formData()).get('everywhere') === 'on'
    const act = ownAccountAct(request, signedIn)
    await (everywhere ? signOutEverywhere(act) : signOut(act))
  }
  return redirect('/sign-in', { headers: { 'set-cookie': endedSessionCookie() } })
}

export function loader() {
  return redirect('/')
}
