import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db } from '#app/platform/db.server.ts'
import { checkCode } from './check-code.server.ts'
import { challengeId, endedChallengeCookie, sessionCookie } from './session-cookie.server.ts'
import { spendCode } from './spend-code.server.ts'

export interface SecondStep {
  /** The cookie that the first step set. */
  challenge: string
  code: string
  address: string | null
  userAgent: string | null
  at: Date
}

export type SecondStepOutcome =
  | { outcome: 'signedIn'; username: string; cookies: string[] }
  | { outcome: 'wrong' }
  | { outcome: 'heldBack'; waitSeconds: number }
  | { outcome: 'ended' }

/** The second step of a sign-in: a code of the app, or a recovery code, each good once. */
export async function passSecondFactor(step: SecondStep): Promise<SecondStepOutcome> {
  const { challenge, code, address, userAgent, at } = step
  const owner = await ownerOf(challenge)
  if (!owner) return { outcome: 'ended' }
  const entry = { organId: owner.organId, details: { username: owner.username }, address, at }
  const checked = await checkCode(code, { address, userAgent, cookie: challenge })
  if (checked.outcome === 'right') {
    const { typed, token } = checked
    if (typed.kind === 'recovery') {
      await recordAudit(db, { ...entry, actorId: owner.personId, kind: 'recoveryCodeUsed' })
    }
    if (typed.kind === 'recovery' || (await spendCode({ loginId: owner.loginId, code: typed.code, at }))) {
      await recordAudit(db, { ...entry, actorId: owner.personId, kind: 'signedIn' })
      return { outcome: 'signedIn', username: owner.username, cookies: [endedChallengeCookie(), sessionCookie(token)] }
    }
    // The session was opened for a code used before; nobody has been given its token.
    await db.loginSession.deleteMany({ where: { token } })
  }
  await recordAudit(db, { ...entry, actorId: null, kind: 'secondFactorRefused' })
  if (checked.outcome === 'right') return { outcome: 'ended' }
  return checked
}

/** The account whose password was right; whether the cookie is ours and still good, better-auth looks. */
async function ownerOf(challenge: string) {
  const verification = await db.loginVerification.findFirst({
    where: { identifier: challengeId(challenge) },
    select: { value: true },
  })
  if (!verification) return null
  const login = await db.login.findUnique({
    where: { id: verification.value },
    select: { id: true, username: true, person: { select: { id: true, organId: true } } },
  })
  if (!login?.person) return null
  return { loginId: login.id, username: login.username ?? '', personId: login.person.id, organId: login.person.organId }
}
