import { createHash } from 'node:crypto'
import type { Transaction } from '#app/platform/db.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { sourceKeyOf, taskKeyOf, type GoodRow } from './check-rows.ts'

export interface AlreadyThere {
  /** Fingerprints of the tasks. */
  tasks: Set<string>
  /** Source key → the directive tasks may be added to. */
  directives: Map<string, string>
}

/** What tells the tasks of two files apart, in a form that can be kept. */
export function fingerprintOf(row: Parameters<typeof taskKeyOf>[0]): string {
  return createHash('sha256').update(taskKeyOf(row)).digest('hex')
}

interface StoredTask {
  directiveId: string
  symbol: string | null
  signedOn: Day | null
  issuingOrgan: string
  subject: string
  content: string
  leadUnitId: string
  /** Kept from the import it came by: its words may have changed since. */
  fingerprint: string | null
  discarded: boolean
  restricted: boolean
}

/**
 * Of the rows, what is there already, as far as the reader may see it: of what they may not see they must not learn that it is.
 * A discarded draft counts as never entered. No task is added to a directive that is restricted throughout: whoever saw the new one
 * would see the source and its files.
 */
export async function readAlreadyThere(
  tx: Transaction,
  { rows, organId, principals }: { rows: GoodRow[]; organId: string; principals: Principal[] },
): Promise<AlreadyThere> {
  const symbols = [...new Set(rows.flatMap(({ source }) => source.symbol ?? []))]
  const subjects = [...new Set(rows.flatMap(({ source }) => (source.symbol ? [] : source.subject)))]
  const fingerprints = rows.map(fingerprintOf)
  const stored = await tx.$queryRaw<StoredTask[]>`
    select directive.id as "directiveId", directive.symbol, directive.signed_on::text as "signedOn",
      directive.issuing_organ as "issuingOrgan", directive.subject, task.content, task.lead_unit_id as "leadUnitId",
      imported.fingerprint, subject.state = 'discarded' as discarded, subject.restricted
    from directive
    join task on task.directive_id = directive.id
    join subject on subject.id = task.id
    left join imported_task imported on imported.task_id = task.id
    where directive.organ_id = ${organId}::uuid
      and (lower(directive.symbol) = any(${symbols.map((symbol) => symbol.toLowerCase())}::text[])
        or (directive.symbol is null and lower(directive.subject) = any(${subjects.map((each) => each.toLowerCase())}::text[]))
        or imported.fingerprint = any(${fingerprints}::text[]))
      and ${visibleTo(principals, Prisma.sql`task.id`)}
    order by directive.id, task.position`
  const there: AlreadyThere = { tasks: new Set(), directives: new Map() }
  for (const { directiveId, content, leadUnitId, fingerprint, discarded, restricted, ...source } of stored) {
    const key = sourceKeyOf({ ...source, sourceKind: 'OTHER', signer: null })
    if (!restricted && !there.directives.has(key)) there.directives.set(key, directiveId)
    if (discarded) continue
    there.tasks.add(fingerprintOf({ source: { ...source, sourceKind: 'OTHER', signer: null }, content, leadUnitId }))
    if (fingerprint) there.tasks.add(fingerprint)
  }
  return there
}
