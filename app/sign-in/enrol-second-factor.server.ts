import { z } from 'zod'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { askAuth, type AuthClient } from './ask-auth.server.ts'
import { auth } from './auth.server.ts'
import type { OwnAccountAct } from './own-account.ts'
import { checkOwnPassword } from './own-password.server.ts'
import { sessionCookie, sessionTokenSetBy } from './session-cookie.server.ts'
import { spendCode } from './spend-code.server.ts'
import { typedCode } from './second-factor-codes.ts'
import { forgetTries } from './tries.server.ts'

/** A secret for the app, in letters; it counts only once a first code of it was typed. Null when the password is wrong. */
export async function beginEnrolment(
  act: OwnAccountAct & { password: string; client: AuthClient },
): Promise<string | null> {
  const own = await checkOwnPassword(act, act.password)
  if (!own.isRightPassword) return null
  await forgetTries(own.username)
  if (own.hasSecondFactor) throw new Refused('secondFactor:errors.alreadyOn')
  const answer = await askAuth('/two-factor/enable', { password: act.password }, act.client)
  if (!answer.ok) throw new Error(`A second factor could not be begun: ${answer.status}.`)
  const { totpURI } = z.object({ totpURI: z.string() }).parse(await answer.json())
  return z.string().min(1).parse(new URL(totpURI).searchParams.get('secret'))
}

export interface Enrolled {
  /** The session goes on under another token. */
  cookie: string
  /** To be shown once. */
  recoveryCodes: string[]
}

/** The first code of the app turns the second factor on, and ends every other session. Null when the code is wrong. */
export async function confirmEnrolment(
  act: OwnAccountAct & { code: string; client: AuthClient },
): Promise<Enrolled | null> {
  const { loginId, code: typedText, client, at } = act
  const before = await db.login.findUniqueOrThrow({ where: { id: loginId }, include: { secondFactor: true } })
  if (before.twoFactorEnabled) throw new Refused('secondFactor:errors.alreadyOn')
  if (!before.secondFactor) throw new Refused('secondFactor:errors.notBegun')
  const typed = typedCode(typedText)
  // A recovery code proves nothing about the app.
  if (typed?.kind !== 'app') return null
  const answer = await askAuth('/two-factor/verify-totp', { code: typed.code }, client)
  const token = answer.ok ? sessionTokenSetBy(answer) : null
  if (!token) {
    if (answer.status >= 500 || answer.ok) throw new Error(`A second factor was not confirmed: ${answer.status}.`)
    return null
  }
  await spendCode({ loginId, code: typed.code, at })
  await transaction('enrolSecondFactor', async (tx) => {
    await tx.loginSession.deleteMany({ where: { loginId, token: { not: token } } })
    await tx.login.update({ where: { id: loginId }, data: { secondFactorResetAt: null } })
    await recordAudit(tx, { ...auditOf(act), kind: 'secondFactorOn' })
  })
  return { cookie: sessionCookie(token), recoveryCodes: await recoveryCodesOf(loginId) }
}

/** New recovery codes; the old ones are void. Null when the password is wrong. */
export async function renewRecoveryCodes(
  act: OwnAccountAct & { password: string; client: AuthClient },
): Promise<string[] | null> {
  const own = await checkOwnPassword(act, act.password)
  if (!own.isRightPassword) return null
  await forgetTries(own.username)
  if (!own.hasSecondFactor) throw new Refused('secondFactor:errors.notOn')
  const answer = await askAuth('/two-factor/generate-backup-codes', { password: act.password }, act.client)
  if (!answer.ok) throw new Error(`Recovery codes could not be made: ${answer.status}.`)
  await recordAudit(db, { ...auditOf(act), kind: 'recoveryCodesMade' })
  return z.object({ backupCodes: z.array(z.string()) }).parse(await answer.json()).backupCodes
}

/** Those not used yet. */
export async function recoveryCodesOf(loginId: string): Promise<string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: loginId } })
  return backupCodes
}
