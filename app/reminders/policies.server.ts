import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { db, transaction, type Transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { type ReminderPolicy, policySchema } from '#workflows/reminders/policy.ts'

/** One version of an office's policy. */
export interface PolicyVersion {
  id: string
  organId: string
  version: number
  policy: ReminderPolicy
}

/** The newest version each office has put in force; an office without one reminds nobody. */
export async function policiesInForce(): Promise<PolicyVersion[]> {
  const rows = await db.reminderPolicy.findMany({
    where: { putInForceAt: { not: null } },
    distinct: ['organId'],
    orderBy: [{ organId: 'asc' }, { putInForceAt: 'desc' }, { version: 'desc' }],
  })
  return rows.map(read)
}

/** Every version of an office's policy, the newest first, with who entered it and who put it in force. */
export async function policiesOf(organId: string) {
  const rows = await db.reminderPolicy.findMany({
    where: { organId },
    include: { enteredBy: { select: { fullName: true } }, putInForceBy: { select: { fullName: true } } },
    orderBy: { version: 'desc' },
  })
  return rows.map((row) => ({ ...row, ...read(row) }))
}

/** @throws NotFound for a version the office does not have */
export async function findPolicy({ organId, version }: { organId: string; version: number }): Promise<PolicyVersion> {
  const row = await db.reminderPolicy.findUnique({ where: { organId_version: { organId, version } } })
  if (!row) throw new NotFound()
  return read(row)
}

/** Keeps a draft as the next version. What is in force stays so until another is put in its place. @returns its number */
export function enterPolicy({ policy, ...act }: AdministratorAct & { policy: ReminderPolicy }): Promise<number> {
  const { organId, personId } = act.by
  requireAdministrator(act.by, { act: 'changeReminders' })
  return transaction('enter a reminder policy', async (tx) => {
    const version = await nextVersion(tx, organId)
    await tx.reminderPolicy.create({
      data: { id: newId(), organId, version, policy, enteredById: personId, enteredAt: act.at },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'reminderPolicyEntered', details: { version } })
    return version
  })
}

/** From now on it holds, for what is open already too. Pressed twice it is put in force once. @throws NotFound */
export function putInForce({ version, ...act }: AdministratorAct & { version: number }): Promise<void> {
  const { organId, personId } = act.by
  requireAdministrator(act.by, { act: 'changeReminders' })
  return transaction('put a reminder policy in force', async (tx) => {
    await lockOrgan(tx, organId)
    const row = await tx.reminderPolicy.findUnique({ where: { organId_version: { organId, version } } })
    if (!row) throw new NotFound()
    const newest = await tx.reminderPolicy.findFirst({
      where: { organId, putInForceAt: { not: null } },
      orderBy: [{ putInForceAt: 'desc' }, { version: 'desc' }],
    })
    if (newest?.id === row.id) return
    await tx.reminderPolicy.update({
      where: { id: row.id },
      data: { putInForceAt: act.at, putInForceById: personId },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'reminderPolicyInForce', details: { version } })
  })
}

async function nextVersion(tx: Transaction, organId: string): Promise<number> {
  await lockOrgan(tx, organId)
  const { _max: last } = await tx.reminderPolicy.aggregate({ where: { organId }, _max: { version: true } })
  return (last.version ?? 0) + 1
}

/** Two who enter or put in force at once do it one after the other. */
async function lockOrgan(tx: Transaction, organId: string): Promise<void> {
  await tx.$queryRaw`select from organ where id = ${organId}::uuid for no key update`
}

function read({ id, organId, version, policy }: { id: string; organId: string; version: number; policy: unknown }) {
  return { id, organId, version, policy: policySchema.parse(policy) }
}
