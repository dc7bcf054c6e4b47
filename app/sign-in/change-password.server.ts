import type { AuditKind } from '#app/audit/audit-kinds.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { OwnAccountAct } from './own-account.ts'
import { passwordFault, type PasswordFault } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.server.ts'
import { forgetTries, takeTry } from './tries.server.ts'

export type PasswordOutcome = { changed: true } | { changed: false; fault: PasswordFault | 'wrongOldPassword' }

/** Old one known, new one good: the other sessions end, whoever has them. */
export async function changePassword(
  act: OwnAccountAct & { oldPassword: string; password: string },
): Promise<PasswordOutcome> {
  const { username, passwordHash } = await accountOf(act.loginId)
  // Somebody at an unlocked desk has no more tries than somebody at the sign-in page.
  if (!(await takeTry(username, act.at))) return { changed: false, fault: 'wrongOldPassword' }
  if (!(await isPassword(act.oldPassword, passwordHash))) return { changed: false, fault: 'wrongOldPassword' }
  const fault = passwordFault({ password: act.password, username, oldPassword: act.oldPassword })
  if (fault) return { changed: false, fault }
  await forgetTries(username)
  await setPassword(act, 'passwordChanged')
  return { changed: true }
}

/** After the sign-in with a one-time code. The code stood for the old password; there is none to ask for. */
export async function setFirstPassword(act: OwnAccountAct & { password: string }): Promise<PasswordOutcome> {
  const { username, mustSetPassword } = await accountOf(act.loginId)
  if (!mustSetPassword) throw new Refused('signIn:errors.hasPassword')
  const fault = passwordFault({ password: act.password, username })
  if (fault) return { changed: false, fault }
  await setPassword(act, 'passwordSet')
  return { changed: true }
}

async function accountOf(loginId: string) {
  const login = await db.login.findUniqueOrThrow({
    where: { id: loginId },
    select: { username: true, mustSetPassword: true, methods: { where: { providerId: 'credential' } } },
  })
  return {
    username: login.username ?? '',
    mustSetPassword: login.mustSetPassword,
    passwordHash: login.methods[0]?.password ?? '',
  }
}

async function setPassword(act: OwnAccountAct & { password: string }, kind: AuditKind): Promise<void> {
  const password = await hashPassword(act.password)
  await transaction('setPassword', async (tx: Transaction) => {
    const { loginId, sessionId } = act
    await tx.loginMethod.updateMany({ where: { loginId, providerId: 'credential' }, data: { password } })
    await tx.login.update({ where: { id: loginId }, data: { mustSetPassword: false } })
    await tx.loginSession.deleteMany({ where: { loginId, id: { not: sessionId } } })
    await recordAudit(tx, { ...auditOf(act), kind })
  })
}
