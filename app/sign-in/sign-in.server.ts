import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db } from '#app/platform/db.server.ts'
import { askAuth, heldBackSeconds } from './ask-auth.server.ts'
import { looksLikeOneTimeCode } from './one-time-code.ts'
import { challengeSetBy, sessionCookie } from './session-cookie.server.ts'
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
  /** The password was right; the cookie says so to the page that asks for the second factor. */
  | { outcome: 'secondFactor'; cookie: string }
  /** Wrong name, wrong password, account locked: which, nobody is told. */
  | { outcome: 'refused' }
  /** Too many tries from one address, whatever the names. */
  | { outcome: 'heldBack'; waitSeconds: number }

const answerSchema = z.union([z.object({ twoFactorRedirect: z.literal(true) }), z.object({ token: z.string() })])

/** The first step, and the only one for whoever has no second factor. */
export async function signIn({ username: typed, password, address, userAgent, at }: SignInTry): Promise<SignInOutcome> {
  const username = normalisedUsername(typed)
  const answer = looksLikeOneTimeCode(password)
    ? await askAuth('/sign-in/one-time-code', { username, code: password }, { address, userAgent })
    : await askAuth('/sign-in/username', { username, password }, { address, userAgent })
  const waitSeconds = heldBackSeconds(answer)
  if (waitSeconds) return { outcome: 'heldBack', waitSeconds }
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
  const opened = answerSchema.parse(await answer.json())
  await forgetTries(username)
  if ('twoFactorRedirect' in opened) {
    const cookie = challengeSetBy(answer)
    if (!cookie) throw new Error('The second factor was asked without a cookie to know its owner by.')
    return { outcome: 'secondFactor', cookie }
  }
  await recordAudit(db, {
    organId,
    actorId: login?.person?.id ?? null,
    kind: 'signedIn',
    details: { username },
    address,
    at,
  })
  return { outcome: 'signedIn', cookie: sessionCookie(opened.token) }
}
