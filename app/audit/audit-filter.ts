import { z } from 'zod'
import { daySchema, type Day } from '#workflows/calendar/day.ts'
import { AUDIT_KINDS, type AuditKind } from './audit-kinds.ts'

/** What stands in the address of the audit list; anything that makes no sense counts as not asked. */
export interface AuditFilter {
  kind: AuditKind | null
  /** Words of the name of who did it. */
  who: string
  from: Day | null
  to: Day | null
}

const filterSchema = z.object({
  kind: z.enum(AUDIT_KINDS).nullable().catch(null),
  who: z.string().trim().max(100).catch(''),
  from: daySchema.nullable().catch(null),
  to: daySchema.nullable().catch(null),
})

export function auditFilterFrom(url: URL): AuditFilter {
  const { searchParams } = url
  return filterSchema.parse({
    kind: searchParams.get('kind'),
    who: searchParams.get('who') ?? '',
    from: searchParams.get('from'),
    to: searchParams.get('to'),
  })
}
