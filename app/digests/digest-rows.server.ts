import { MAIL_SAYS_SUBJECT } from '#app/notices/office-mail.server.ts'
import { db } from '#app/platform/db.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'

/** One thing that was told, as its reader may have it now. */
export interface DigestRow {
  kind: string
  values: Record<string, string | number>
  /** Null for what is about no task. */
  taskId: string | null
  symbol: string | null
  /** Null unless the office lets mail say it; never of a restricted task. */
  title: string | null
  unit: string | null
  /** While the clock of the part it is about runs. */
  dueOn: Day | null
  dueHour: Hour | null
}

/** What was gathered in a digest, the newest first; without what its reader may no longer see. */
export function readDigestRows(digestId: string, actor: Actor): Promise<DigestRow[]> {
  return db.$queryRaw<DigestRow[]>`
    select notice.kind, notice."values", seen.id as "taskId", directive.symbol, unit.name as unit,
      case when deadline.done_on is null and deadline.stopped_on is null and seen.settled_at is null
        then deadline.due_on::text end as "dueOn", deadline.due_hour as "dueHour",
      case when not seen.restricted and coalesce((select value from setting
        where key = ${MAIL_SAYS_SUBJECT}::text || ${actor.organId}::text), 'false') = 'true' then seen.title end as title
    from notice_delivery delivery
    join notice on notice.id = delivery.notice_id
    left join subject seen on seen.id = notice.root_id and ${visibleTo(principalsOf(actor), Prisma.sql`notice.root_id`)}
    left join task on task.id = seen.id
    left join directive on directive.id = task.directive_id
    left join unit on unit.id = task.lead_unit_id
    left join deadline on deadline.subject_id = coalesce(notice.subject_id, seen.id) and seen.id is not null
    where delivery.digest_id = ${digestId}::uuid and (notice.root_id is null or seen.id is not null)
    order by notice.at desc, notice.id`
}
