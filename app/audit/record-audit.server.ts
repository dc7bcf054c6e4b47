import type { Prisma } from '#prisma/generated/client.ts'

/** What is no step. A kind is a key of the `audit` catalogue, so that the list says it in words. */
export const AUDIT_KINDS = [
  'signedIn',
  'signInRefused',
  'signedOut',
  'signedOutEverywhere',
  'sessionEnded',
  'passwordChanged',
  'passwordSet',
  'accountCreated',
  'codeGiven',
  'accountLocked',
  'accountUnlocked',
  'sessionsEnded',
  'unitCreated',
  'unitChanged',
  'unitEnded',
  'personCreated',
  'personChanged',
  'postAdded',
  'postEnded',
  'chargeAdded',
  'chargeEnded',
  'peopleImported',
  'auditExported',
  'restrictedViewed',
  'fileDownloaded',
  'listExported',
  'sourceEdited',
] as const

export type AuditKind = (typeof AUDIT_KINDS)[number]

export interface AuditRecord {
  organId: string | null
  /** Null when nobody was signed in. */
  actorId: string | null
  kind: AuditKind
  subjectId?: string
  /** Ids, names and numbers; never a password, a code or the text of a document. */
  details?: Prisma.InputJsonObject
  address?: string | null
  at: Date
}

/** Written in the transaction of the act it tells of, so that neither is there without the other. */
export async function recordAudit(
  database: { auditEntry: Pick<Prisma.TransactionClient['auditEntry'], 'create'> },
  record: AuditRecord,
): Promise<void> {
  await database.auditEntry.create({ data: record })
}
