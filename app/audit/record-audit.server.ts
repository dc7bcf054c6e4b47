import type { Prisma } from '#prisma/generated/client.ts'
import type { AuditKind } from './audit-kinds.ts'

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
