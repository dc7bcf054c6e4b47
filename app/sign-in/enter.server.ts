import { redirect } from '@remix-run/node'
import { displayCookiesOf } from './display.server.ts'

/** The answer to a sign-in that is complete: on to where the person wanted to go, with the screen as they like it. */
export async function enter(entered: { username: string; cookies: string[]; to: string }) {
  const { username, cookies, to } = entered
  const display = await displayCookiesOf(username)
  const headers = new Headers()
  for (const cookie of [...display, ...cookies]) headers.append('set-cookie', cookie)
  // Language and theme belong to the document: it is loaded anew.
  if (display.length > 0) headers.set('x-remix-reload-document', 'true')
  return redirect(to, { headers })
}
