import { openOrSettledWithin } from '#app/directives/task-clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { monthsAfter } from '#workflows/calendar/month.ts'
import { type MonthCount, monthsShown } from './month-figures.ts'
import { type BoardQuestion, trackedParts } from './tracked-parts.server.ts'

/**
 * What was issued and settled in the months shown, and what has been open since before them. The period of the board does not
 * narrow it: a burn over one month shows nothing. Each day is looked for among the first days of the months: to put it into the
 * words of its month, or into the office's zone, takes longer than all the rest.
 */
export async function readMonths(question: BoardQuestion): Promise<MonthCount[]> {
  // With the month after the last: what lies beyond is in none of those shown.
  const months = [...monthsShown(question.today), monthsAfter(question.today.slice(0, 7), 1)]
  const firstDays = months.map((month) => `${month}-01`)
  const conditions = [
    Prisma.sql`tracked.issued_on is not null`,
    openOrSettledWithin(Prisma.sql`tracked.settled_at`, { trackedFrom: firstDays[0]! }),
  ]
  const counts = await db.$queryRaw<{ issuedIn: number; settledIn: number | null; done: boolean; count: number }[]>`
    select width_bucket(tracked.issued_on, first.days) as "issuedIn", width_bucket(tracked.settled_at, first.midnights) as "settledIn",
      tracked.task_state = 'completed' as done, count(*)::int as count
    from (
      select array_agg(day order by day) as days,
        array_agg(day::timestamp at time zone ${OFFICE_ZONE}::text order by day) as midnights
      from unnest(${firstDays}::date[]) day
    ) first cross join lateral (
      select tracked.issued_on, tracked.settled_at, tracked.task_state ${trackedParts('lead', question, conditions)}
    ) tracked
    group by 1, 2, 3`
  return counts.map(({ issuedIn, settledIn, ...count }) => ({
    ...count,
    issuedIn: months[issuedIn - 1] ?? '',
    settledIn: settledIn === null ? null : months[settledIn - 1]!,
  }))
}
