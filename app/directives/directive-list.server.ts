import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { db } from '#app/platform/db.server.ts'
import { writtenOut } from '#app/platform/written-out.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE, soughtFor } from '#app/ui/paging.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { SourceKind } from './forms.ts'

export interface DirectiveRow {
  id: string
  sourceKind: SourceKind
  symbol: string | null
  signedOn: Day | null
  subject: string
  issuingOrgan: string
  /** Of its tasks that the reader sees: how many there are and how many stand where. */
  tasks: number
  drafts: number
  open: number
  completed: number
}

/** A page of the directives of which these principals see a task, newest first. */
export async function listDirectives({
  principals,
  q,
  page,
}: {
  principals: Principal[]
  q: string | null
  page: number
}): Promise<Page<DirectiveRow>> {
  const visibleTask = visibleTo(principals, Prisma.sql`task.id`)
  const pattern = q ? containing(foldVietnamese(q)) : null
  const where = Prisma.sql`
    exists (select from task where task.directive_id = directive.id and ${visibleTask})
    ${pattern ? Prisma.sql`and directive.search_text like ${pattern}` : Prisma.empty}`
  const rows = await db.$queryRaw<(DirectiveRow & { found: number })[]>`
    with shown as materialized (
      select directive.* from directive where ${where} order by directive.id desc
      limit ${writtenOut(ROWS_A_PAGE)} offset ${offsetOf(page)}
    )
    select directive.id, directive.source_kind as "sourceKind", directive.symbol, directive.signed_on::text as "signedOn",
      directive.subject, directive.issuing_organ as "issuingOrgan", count(*)::int as tasks,
      count(*) filter (where subject.state = 'draft')::int as drafts,
      count(*) filter (where subject.state in ('assigned', 'inProgress', 'awaitingAcceptance'))::int as open,
      count(*) filter (where subject.state = 'completed')::int as completed,
      (select count(*)::int from (select from directive where ${where} limit ${soughtFor(page)}) sought) as found
    from shown directive
    join task on task.directive_id = directive.id and ${visibleTask}
    join subject on subject.id = task.id
    group by directive.id, directive.source_kind, directive.symbol, directive.signed_on, directive.subject, directive.issuing_organ
    order by directive.id desc`
  return pageOf(page, { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 })
}
