import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { CLIENT_ADDRESS_HEADER } from '#app/platform/client-address.server.ts'
import { db } from '#app/platform/db.server.ts'
import { auth, AUTH_BASE } from './auth.server.ts'
import { looksLikeOneTimeCode } from './one-time-code.ts'
import { sessionCookie } from './session-cookie.server.ts'
import { forgetTries } from './tries.server.ts'
import { normalisedUsername } from './usernames.ts'

export interface SignInTry {
  username: string
  /** The password, or the one-time code an administrator gave. */
  password: string
  address: string | null
  userAgent: string | null
  at: Date
}

export type SignInOutcome =
  | { outcome: 'signedIn'; cookie: string }
  /** Wrong name, wrong password, account locked: which, nobody is told. */
  | { outcome: 'refused' }
  /** Too many tries from one address, whatever the names. */
  | { outcome: 'heldBack'; waitSeconds: number }

const answerSchema = z.object({ token: z.string() })

/**
 * Through better-auth's handler and not its `api`, which would skip the limit by address. The request we make of it
 * carries nothing of the browser's but its address and name.
 */
export async function signIn({ username: typed, password, address, userAgent, at }: SignInTry): Promise<SignInOutcome> {
  const username = normalisedUsername(typed)
  const answer = looksLikeOneTimeCode(password)
    ? await ask('/sign-in/one-time-code', { username, code: password }, { address, userAgent })
    : await ask('/sign-in/username', { username, password }, { address, userAgent })
  if (answer.status === 429)
    return { outcome: 'heldBack', waitSeconds: Number(answer.headers.get('x-retry-after')) || 60 }
  if (answer.status >= 500) throw new Error(`Sign-in failed with status ${answer.status}.`)

  const login = await db.login.findUnique({
    where: { username },
    select: { person: { select: { id: true, organId: true } } },
  })
  const organId = login?.person?.organId ?? null
  if (!answer.ok) {
    // Of a name nobody has nothing is written down: it may be a password typed in the wrong place.
    const details = login ? { username } : {}
    await recordAudit(db, { organId, actorId: null, kind: 'signInRefused', details, address, at })
    return { outcome: 'refused' }
  }
  const { token } = answerSchema.parse(await answer.json())
  await forgetTries(username)
  await recordAudit(db, {
    organId,
    actorId: login?.person?.id ?? null,
    kind: 'signedIn',
    details: { username },
    address,
    at,
  })
  return { outcome: 'signedIn', cookie: sessionCookie(token) }
}

function ask(
  path: string,
  body: object,
  client: { address: string | null; userAgent: string | null },
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (client.address) headers.set(CLIENT_ADDRESS_HEADER, client.address)
  if (client.userAgent) headers.set('user-agent', client.userAgent)
  const url = new URL(`/api/auth${path}`, AUTH_BASE)
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}
