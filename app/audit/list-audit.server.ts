import { Prisma } from '#prisma/generated/client.ts'
import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import type { AuditFilter } from './audit-filter.ts'
import type { AuditKind } from './audit-kinds.ts'

export interface AuditRow {
  id: string
  at: Date
  kind: AuditKind
  /** Null when nobody was signed in. */
  actorName: string | null
  address: string | null
  details: Record<string, unknown>
}

/** Above it the list says "more than"; a log is narrowed by its filters and not leafed through. */
export const AUDIT_COUNT_CAP = 10_000

/** A page of the log, the newest first, in two statements. */
export async function listAudit({
  organId,
  filter,
  limit,
  offset,
}: {
  organId: string
  filter: AuditFilter
  limit: number
  offset: number
}): Promise<{ rows: AuditRow[]; total: number }> {
  const where = conditions(organId, filter)
  const rows = await db.$queryRaw<AuditRow[]>`
    ${selectAudit} where ${where} order by entry.at desc, entry.id desc limit ${limit} offset ${offset}`
  const [counted] = await db.$queryRaw<[{ total: number }]>`
    select count(*)::int as total from (
      select from audit_entry entry left join person on person.id = entry.actor_id
      where ${where} limit ${AUDIT_COUNT_CAP + 1}) as found`
  return { rows, total: counted.total }
}

const EXPORT_BATCH = 2000

/** All of what the filter finds, the newest first, in batches: the log may be longer than memory. */
export async function* readAudit(organId: string, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  let after: AuditRow | undefined
  do {
    const older = after ? Prisma.sql`and (entry.at, entry.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty
    const rows: AuditRow[] = await db.$queryRaw<AuditRow[]>`
      ${selectAudit} where ${conditions(organId, filter)} ${older}
      order by entry.at desc, entry.id desc limit ${EXPORT_BATCH}`
    if (rows.length > 0) yield rows
    after = rows.length === EXPORT_BATCH ? rows.at(-1) : undefined
  } while (after)
}

const selectAudit = Prisma.sql`
  select entry.id, entry.at, entry.kind, person.full_name as "actorName", entry.address, entry.details
  from audit_entry entry left join person on person.id = entry.actor_id`

/** Entries of no organ are tries of names that no account has: they belong to whoever watches over the sign-in. */
function conditions(organId: string, { kind, who, from, to }: AuditFilter): Prisma.Sql {
  const words = foldVietnamese(who).split(' ').filter(Boolean)
  const patterns = words.map(containing)
  return Prisma.join(
    [
      Prisma.sql`(entry.organ_id = ${organId}::uuid or entry.organ_id is null)`,
      ...(kind ? [Prisma.sql`entry.kind = ${kind}`] : []),
      ...(patterns.length > 0 ? [Prisma.sql`person.search_text like all (${patterns})`] : []),
      ...(from ? [Prisma.sql`entry.at >= (${from}::date)::timestamp at time zone ${OFFICE_ZONE}::text`] : []),
      ...(to ? [Prisma.sql`entry.at < (${to}::date + 1)::timestamp at time zone ${OFFICE_ZONE}::text`] : []),
    ],
    ' and ',
  )
}
