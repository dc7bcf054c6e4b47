import { openOrSettledWithin } from '#app/directives/task-clock.server.ts'
import { ISSUED_ON, matchingTasks } from '#app/directives/task-matching.server.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { leadFilters } from './board-filters.ts'
import { firstMonthShown, type MonthCount } from './month-figures.ts'
import type { BoardQuestion } from './read-board.server.ts'

/**
 * What was issued and settled in the months shown, and what has been open since before them. The period of the board does not
 * narrow it: a burn over one month shows nothing.
 */
export async function readMonths({ filters, scope, principals, today }: BoardQuestion): Promise<MonthCount[]> {
  const { trackedFrom: _from, trackedTo: _to, ...others } = leadFilters(filters, scope)
  const first = firstMonthShown(today)
  const settledAt = Prisma.sql`subject.settled_at`
  return db.$queryRaw<MonthCount[]>`
    select case when ${ISSUED_ON} < ${`${first}-01`} then '' else left(${ISSUED_ON}, 7) end as "issuedIn",
      to_char(${settledAt} at time zone ${OFFICE_ZONE}::text, 'YYYY-MM') as "settledIn",
      subject.state = 'completed' as done, count(*)::int as count
    ${matchingTasks({
      filters: others,
      principals,
      today,
      more: [Prisma.sql`${ISSUED_ON} is not null`, openOrSettledWithin(settledAt, { trackedFrom: `${first}-01` })],
    })}
    group by 1, 2, 3`
}
