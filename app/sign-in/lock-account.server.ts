import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { transaction } from '#app/platform/db.server.ts'
import { accountToManage } from './give-account.server.ts'

type AccountAct = AdministratorAct & { personId: string }

/**
 * Until it is unlocked nobody gets in; who is in is out at the next request. Codes on paper are void, and so is the address by which a
 * calendar program reads: nobody knows any more who has them.
 */
export function lockAccount(act: AccountAct): Promise<void> {
  return transaction('lockAccount', async (tx) => {
    const { loginId, username } = await accountToManage(tx, act)
    await tx.login.update({ where: { id: loginId }, data: { banned: true, banExpires: null } })
    await tx.loginSession.deleteMany({ where: { loginId } })
    await tx.oneTimeCode.deleteMany({ where: { loginId, usedAt: null } })
    await tx.calendarFeed.updateMany({
      where: { personId: act.personId, revokedAt: null },
      data: { revokedAt: act.at },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'accountLocked', subjectId: act.personId, details: { username } })
  })
}

/** Takes back a lock by hand as well as one that wrong passwords brought about. */
export function unlockAccount(act: AccountAct): Promise<void> {
  return transaction('unlockAccount', async (tx) => {
    const { loginId, username } = await accountToManage(tx, act)
    await tx.login.update({ where: { id: loginId }, data: { banned: false, banReason: null, banExpires: null } })
    await tx.signInTries.deleteMany({ where: { username } })
    await recordAudit(tx, { ...auditOf(act), kind: 'accountUnlocked', subjectId: act.personId, details: { username } })
  })
}

export function endSessions(act: AccountAct): Promise<void> {
  return transaction('endSessions', async (tx) => {
    const { loginId, username } = await accountToManage(tx, act)
    const { count } = await tx.loginSession.deleteMany({ where: { loginId } })
    const details = { username, sessions: count }
    await recordAudit(tx, { ...auditOf(act), kind: 'sessionsEnded', subjectId: act.personId, details })
  })
}
