import { Prisma } from '#prisma/generated/client.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'

/**
 * The same rule as `timeliness` in workflows/calendar, as a condition on a row of `deadline` (null when open-ended) and its
 * `subject`, so that the database can count by it. A test holds the two against each other. A draft, and what was revoked,
 * discarded or closed without a result is in none of them.
 */
export function isTimely(kind: Timeliness, { today, dueSoonUntil }: { today: Day; dueSoonUntil: Day }): Prisma.Sql {
  const seenOn = Prisma.sql`coalesce(deadline.stopped_on, ${today}::date)`
  const running = Prisma.sql`subject.settled_at is null and deadline.start_on is not null and deadline.done_on is null`
  switch (kind) {
    case 'OPEN_ENDED':
      return Prisma.sql`deadline.subject_id is null`
    case 'DONE_ON_TIME':
      return Prisma.sql`deadline.done_on <= deadline.due_on`
    case 'DONE_LATE':
      return Prisma.sql`deadline.done_on > deadline.due_on`
    case 'OVERDUE':
      return Prisma.sql`${running} and deadline.due_on < ${seenOn}`
    case 'DUE_SOON':
      return Prisma.sql`${running} and deadline.due_on >= ${seenOn} and deadline.due_on <= ${dueSoonUntil}::date`
    case 'IN_TIME':
      return Prisma.sql`${running} and deadline.due_on >= ${seenOn} and deadline.due_on > ${dueSoonUntil}::date`
  }
}
