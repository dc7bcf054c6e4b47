import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { accountToManage } from './give-account.server.ts'
import type { OwnAccountAct } from './own-account.ts'
import { checkOwnPassword } from './own-password.server.ts'
import { forgetTries } from './tries.server.ts'

/** One's own, with the password; not where a post asks for it. False when the password is wrong. */
export async function turnOffSecondFactor(
  act: OwnAccountAct & { password: string; isRequired: boolean },
): Promise<boolean> {
  if (act.isRequired) throw new Refused('secondFactor:errors.required')
  const own = await checkOwnPassword(act, act.password)
  if (!own.isRightPassword) return false
  await forgetTries(own.username)
  await transaction('turnOffSecondFactor', async (tx) => {
    await removeSecondFactor(tx, act.loginId)
    await recordAudit(tx, { ...auditOf(act), kind: 'secondFactorOff' })
  })
  return true
}

/** For whoever lost both the app and the codes. Their sessions end, and they are told at the next sign-in. */
export function resetSecondFactor(act: AdministratorAct & { personId: string }): Promise<void> {
  return transaction('resetSecondFactor', async (tx) => {
    const { loginId, username } = await accountToManage(tx, act)
    if (!(await removeSecondFactor(tx, loginId))) throw new Refused('secondFactor:errors.notOn')
    await tx.login.update({ where: { id: loginId }, data: { secondFactorResetAt: act.at } })
    await tx.loginSession.deleteMany({ where: { loginId } })
    const details = { username }
    await recordAudit(tx, { ...auditOf(act), kind: 'secondFactorReset', subjectId: act.personId, details })
  })
}

/** The person has read that their second factor was taken away. */
export function noteSecondFactorReset({ loginId, ...act }: OwnAccountAct): Promise<void> {
  return transaction('noteSecondFactorReset', async (tx) => {
    await tx.login.update({ where: { id: loginId }, data: { secondFactorResetAt: null } })
    await recordAudit(tx, { ...auditOf(act), kind: 'secondFactorResetRead' })
  })
}

/** Whether there was one; what was begun and never confirmed goes with it. */
async function removeSecondFactor(tx: Transaction, loginId: string): Promise<boolean> {
  await tx.twoFactor.deleteMany({ where: { loginId } })
  const { count } = await tx.login.updateMany({
    where: { id: loginId, twoFactorEnabled: true },
    data: { twoFactorEnabled: false },
  })
  return count > 0
}
