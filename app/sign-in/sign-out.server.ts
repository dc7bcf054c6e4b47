import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { OwnAccountAct } from './own-account.ts'

export function signOut(act: OwnAccountAct): Promise<void> {
  return transaction('signOut', async (tx) => {
    await tx.loginSession.deleteMany({ where: { id: act.sessionId } })
    await recordAudit(tx, { ...auditOf(act), kind: 'signedOut' })
  })
}

/** On every device, this one too. */
export function signOutEverywhere(act: OwnAccountAct): Promise<void> {
  return transaction('signOutEverywhere', async (tx) => {
    const { count } = await tx.loginSession.deleteMany({ where: { loginId: act.loginId } })
    await recordAudit(tx, { ...auditOf(act), kind: 'signedOutEverywhere', details: { sessions: count } })
  })
}

/** On every device but this one. */
export function signOutElsewhere({ loginId, sessionId, ...act }: OwnAccountAct): Promise<void> {
  return transaction('signOutElsewhere', async (tx) => {
    const { count } = await tx.loginSession.deleteMany({ where: { loginId, id: { not: sessionId } } })
    await recordAudit(tx, { ...auditOf(act), kind: 'otherSessionsEnded', details: { sessions: count } })
  })
}

/** One of one's own sessions, such as one forgotten at another desk. A session of somebody else is not found. */
export function endOwnSession(act: OwnAccountAct & { endedSessionId: string }): Promise<void> {
  return transaction('endOwnSession', async (tx) => {
    const { count } = await tx.loginSession.deleteMany({ where: { id: act.endedSessionId, loginId: act.loginId } })
    if (count > 0) await recordAudit(tx, { ...auditOf(act), kind: 'sessionEnded' })
  })
}
