import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { requireAdministrator, type AdministratorAct } from '#app/organisation/administrator-act.ts'
import { transaction } from '#app/platform/db.server.ts'
import { READ_ONLY } from './read-only-mode.server.ts'

interface SwitchingOn extends AdministratorAct {
  reason: string
  until?: Date | undefined
}

/** From the next request on nobody writes; what is being written at this moment is finished. Said again, it changes the words. */
export async function switchReadOnlyOn(act: SwitchingOn): Promise<void> {
  const { by, at, reason, until } = act
  requireAdministrator(by, { act: 'operate' })
  const value = { reason, until: until?.toISOString() ?? null, since: at.toISOString() }
  await transaction('switchReadOnlyOn', async (tx) => {
    await tx.setting.upsert({ where: { key: READ_ONLY }, create: { key: READ_ONLY, value }, update: { value } })
    await recordAudit(tx, { ...auditOf(act), kind: 'readOnlyOn', details: { reason, until: value.until } })
  })
}

/** Switched off twice, it was switched off once. */
export async function switchReadOnlyOff(act: AdministratorAct): Promise<void> {
  requireAdministrator(act.by, { act: 'operate' })
  await transaction('switchReadOnlyOff', async (tx) => {
    const { count } = await tx.setting.deleteMany({ where: { key: READ_ONLY } })
    if (count > 0) await recordAudit(tx, { ...auditOf(act), kind: 'readOnlyOff' })
  })
}
