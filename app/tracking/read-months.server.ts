import { openOrSettledWithin } from '#app/directives/task-clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { firstMonthShown, type MonthCount } from './month-figures.ts'
import { type BoardQuestion, trackedParts } from './tracked-parts.server.ts'

/**
 * What was issued and settled in the months shown, and what has been open since before them. The period of the board does not
 * narrow it: a burn over one month shows nothing. Counted by days first: a month is put into words for each day, not each task.
 */
export async function readMonths(question: BoardQuestion): Promise<MonthCount[]> {
  const firstDay = `${firstMonthShown(question.today)}-01`
  const conditions = [
    Prisma.sql`tracked.issued_on is not null`,
    openOrSettledWithin(Prisma.sql`tracked.settled_at`, { trackedFrom: firstDay }),
  ]
  return db.$queryRaw<MonthCount[]>`
    select case when issued_on < ${firstDay}::date then '' else to_char(issued_on, 'YYYY-MM') end as "issuedIn",
      to_char(settled_on, 'YYYY-MM') as "settledIn", done, sum(count)::int as count
    from (
      select greatest(tracked.issued_on, ${daysAfter(firstDay, -1)}::date) as issued_on,
        (tracked.settled_at at time zone ${OFFICE_ZONE}::text)::date as settled_on,
        tracked.task_state = 'completed' as done, count(*) as count
      ${trackedParts('lead', question, conditions)}
      group by 1, 2, 3
    ) by_day
    group by 1, 2, 3`
}
