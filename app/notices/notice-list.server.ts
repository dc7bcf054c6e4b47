import { stateOfDelivery } from '#app/digests/delivery-state.server.ts'
import { db } from '#app/platform/db.server.ts'
import { writtenOut } from '#app/platform/written-out.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE, soughtFor } from '#app/ui/paging.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'

export interface NoticeRow {
  id: string
  kind: string
  values: Record<string, string | number>
  at: Date
  isRead: boolean
  /** Of the task, while the reader may see it; else null, as all that is read from it. */
  taskId: string | null
  title: string | null
  symbol: string | null
  /** The task, or the part of it, that it is about. */
  subjectId: string | null
  dueOn: Day | null
  dueHour: Hour | null
  mail: 'WAITING' | 'SENT' | 'FAILED' | 'NOT_SENT' | 'DIGEST' | null
}

/** A person's own notices, the unread first, newest first. What they say of the task is read as the reader sees it now. */
export async function listNotices({
  personId,
  principals,
  page,
}: {
  personId: string
  principals: readonly Principal[]
  page: number
}): Promise<Page<NoticeRow>> {
  const own = Prisma.sql`notice.person_id = ${personId}::uuid and notice.in_app`
  const order = Prisma.sql`(notice.read_at is not null), notice.at desc, notice.id`
  const rows = await db.$queryRaw<(NoticeRow & { found: number })[]>`
    with page as materialized (
      select notice.id from notice where ${own} order by ${order} limit ${writtenOut(ROWS_A_PAGE)} offset ${offsetOf(page)}
    )
    select notice.id, notice.kind, notice."values", notice.at, notice.read_at is not null as "isRead",
      seen.id as "taskId", seen.title, seen.symbol, seen."subjectId", seen."dueOn", seen."dueHour", ${stateOfDelivery(Prisma.sql`mail`)} as mail,
      (select count(*)::int from (select from notice where ${own} limit ${soughtFor(page)}) sought) as found
    from page join notice on notice.id = page.id
    left join notice_delivery mail on mail.notice_id = notice.id and mail.channel = 'MAIL'
    left join lateral (
      select root.id, root.title, directive.symbol, coalesce(notice.subject_id, root.id) as "subjectId", deadline.due_on::text as "dueOn", deadline.due_hour as "dueHour"
      from subject root
      left join task on task.id = root.id
      left join directive on directive.id = task.directive_id
      left join deadline on deadline.subject_id = coalesce(notice.subject_id, root.id)
      where root.id = notice.root_id and ${visibleTo(principals, Prisma.sql`root.id`)}
    ) seen on true
    order by ${order}`
  return pageOf(page, { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 })
}
