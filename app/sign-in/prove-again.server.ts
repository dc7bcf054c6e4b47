import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import type { AuthClient } from './ask-auth.server.ts'
import { checkCode } from './check-code.server.ts'
import type { OwnAccountAct } from './own-account.ts'
import { checkOwnPassword } from './own-password.server.ts'
import { spendCode } from './spend-code.server.ts'
import { forgetTries } from './tries.server.ts'

/**
 * Proves again, within a session, who one is: the password, and a code where there is a second factor. False when either is
 * wrong; which of them, nobody is told.
 */
export async function proveAgain(
  act: OwnAccountAct & { password: string; code: string; client: AuthClient },
): Promise<boolean> {
  const { loginId, sessionId, password, code, client, at } = act
  const own = await checkOwnPassword(act, password)
  if (!own.isRightPassword || (own.hasSecondFactor && !(await isOwnCode(act, code, client)))) {
    const details = { username: own.username }
    await recordAudit(db, { ...auditOf(act), kind: 'proofRefused', details })
    return false
  }
  await forgetTries(own.username)
  await transaction('proveAgain', async (tx) => {
    await tx.loginSession.updateMany({ where: { id: sessionId, loginId }, data: { provedAt: at } })
    await recordAudit(tx, { ...auditOf(act), kind: 'provedAgain' })
  })
  return true
}

async function isOwnCode(act: OwnAccountAct, code: string, client: AuthClient): Promise<boolean> {
  const checked = await checkCode(code, client)
  if (checked.outcome !== 'right') return false
  if (checked.typed.kind === 'app') return spendCode({ loginId: act.loginId, code: checked.typed.code, at: act.at })
  await recordAudit(db, { ...auditOf(act), kind: 'recoveryCodeUsed' })
  return true
}
