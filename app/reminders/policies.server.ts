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

/** The offices that remind; one without a policy in force reminds nobody. */
export async function officesThatRemind(): Promise<string[]> {
  const rows = await db.reminderPolicy.findMany({
    where: { putInForceAt: { not: null } },
    distinct: ['organId'],
    select: { organId: true },
  })
  return rows.map(({ organId }) => organId)
}

/** The newest version an office has put in force. @throws NotFound where there is none */
export async function policyInForce(organId: string): Promise<PolicyVersion> {
  const row = await findInForce(db, organId)
  if (!row) throw new NotFound()
  return read(row)
}

/** What holds in an office, if anything, and every version there is, the newest first. */
export async function policiesOf(organId: string) {
  const names = { select: { fullName: true } }
  const rows = await db.reminderPolicy.findMany({
    where: { organId },
    include: { enteredBy: names, putInForceBy: names },
    orderBy: { version: 'desc' },
  })
  const inForce = rows
    .filter(({ putInForceAt }) => putInForceAt !== null)
    .toSorted((one, other) => Number(other.putInForceAt) - Number(one.putInForceAt) || other.version - one.version)[0]
  const versions = rows.map(({ id, version, enteredBy, enteredAt, putInForceBy, putInForceAt }) => {
    return { id, version, enteredBy: enteredBy.fullName, enteredAt, putInForceBy: putInForceBy?.fullName, putInForceAt }
  })
  return { inForce: inForce ? read(inForce) : null, versions }
}

/** @throws NotFound for a policy the office does not have */
export async function findPolicy(asked: { organId: string; id: string }): Promise<PolicyVersion> {
  return read(await findRow(db, asked))
}

/** Keeps a draft as the next version. What is in force stays so until another is put in its place. @returns its id */
export function enterPolicy({ policy, ...act }: AdministratorAct & { policy: ReminderPolicy }): Promise<string> {
  const { organId, personId } = act.by
  requireAdministrator(act.by, { act: 'changeReminders' })
  return transaction('enter a reminder policy', async (tx) => {
    const version = await nextVersion(tx, organId)
    const id = newId()
    await tx.reminderPolicy.create({
      data: { id, organId, version, policy, enteredById: personId, enteredAt: act.at },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'reminderPolicyEntered', details: { version } })
    return id
  })
}

/** From now on it holds, for what is open already too. Pressed twice it is put in force once. @throws NotFound */
export function putInForce({ id, ...act }: AdministratorAct & { id: string }): Promise<void> {
  const { organId, personId } = act.by
  requireAdministrator(act.by, { act: 'changeReminders' })
  return transaction('put a reminder policy in force', async (tx) => {
    await lockOrgan(tx, organId)
    const row = await findRow(tx, { organId, id })
    const newest = await findInForce(tx, organId)
    if (newest?.id === row.id) return
    await tx.reminderPolicy.update({
      where: { id: row.id },
      data: { putInForceAt: act.at, putInForceById: personId },
    })
    await recordAudit(tx, { ...auditOf(act), kind: 'reminderPolicyInForce', details: { version: row.version } })
  })
}

function findInForce(database: Pick<Transaction, 'reminderPolicy'>, organId: string) {
  return database.reminderPolicy.findFirst({
    where: { organId, putInForceAt: { not: null } },
    orderBy: [{ putInForceAt: 'desc' }, { version: 'desc' }],
  })
}

async function findRow(
  database: Pick<Transaction, 'reminderPolicy'>,
  { organId, id }: { organId: string; id: string },
) {
  const row = await database.reminderPolicy.findUnique({ where: { id, organId } })
  if (!row) throw new NotFound()
  return row
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
