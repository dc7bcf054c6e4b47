import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { requireAdministrator, type AdministratorAct } from '#app/organisation/administrator-act.ts'
import { transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'

interface Retry extends AdministratorAct {
  messageId: string
  /** As the operator's page showed it. */
  handedAt: Date
}

/**
 * The relay hands the message over again within a second. Pressed twice, or after the message was done or handed over by
 * itself, it does nothing.
 *
 * @returns whether it was handed back
 * @throws NotFound when there is no such message
 */
export async function retryMessage(act: Retry): Promise<boolean> {
  const { by, messageId, handedAt } = act
  requireAdministrator(by, { act: 'operate' })
  return transaction('retryMessage', async (tx) => {
    const message = await tx.outboxMessage.findUnique({ where: { id: messageId }, select: { job: true } })
    if (!message) throw new NotFound()
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: messageId, doneAt: null, handedAt },
      data: { handedAt: null },
    })
    if (count === 0) return false
    await recordAudit(tx, {
      ...auditOf(act),
      kind: 'messageRetried',
      details: { job: message.job, message: messageId },
    })
    return true
  })
}
