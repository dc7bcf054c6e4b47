import { db } from '#app/platform/db.server.ts'
import { writtenOut } from '#app/platform/written-out.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE, soughtFor } from '#app/ui/paging.ts'
import { mutedBy } from '#app/watches/watched-tasks.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { ObligationKind } from '#workflows/obligations.ts'
import type { Urgency } from './forms.ts'
import { isCounted, kindsOfTab, WORK_COUNT_CAP, type WorkTab, workTabs } from './work-tabs.ts'

export interface WorkRow {
  id: string
  taskId: string
  kind: ObligationKind
  holder: Principal
  /** The content of the task. */
  title: string
  taskState: string
  assignmentState: string | null
  percent: number | null
  urgency: Urgency
  symbol: string | null
  dueOn: Day | null
  dueHour: Hour | null
  settledAt: Date | null
  /** Whom it concerns: the lead unit, or who reports. */
  leadUnit: string
  reporter: string | null
}

export type WorkCounts = Record<Exclude<WorkTab, 'done'>, number>

export async function countMyWork(principals: Principal[], today: Day, hour?: Hour): Promise<WorkCounts> {
  const [counts] = await db.$queryRaw<WorkCounts[]>`${workCounts(principals, today, hour)}`
  return counts!
}

/**
 * How much lies in each tab, as one row, for the menu of every page: one walk over the person's open items in the index, each count
 * at most WORK_COUNT_CAP + 1.
 */
export function workCounts(principals: Principal[], today: Day, hour?: Hour): Prisma.Sql {
  const counted = (tab: Exclude<WorkTab, 'done'>) => Prisma.sql`
    least(count(*) filter (where ${inTab(tab, principals, { today, hour })}), ${WORK_COUNT_CAP + 1})::int as ${Prisma.raw(`"${tab}"`)}`
  return Prisma.sql`
    select ${Prisma.join(workTabs.filter(isCounted).map(counted))} from work_item item where ${heldBy(principals)}`
}

/**
 * The rows of a tab, soonest due first, open-ended last; what is done, newest first. Holding an item and seeing its task go
 * together: both are derived from the same tree in the same act, so the holder is the condition here.
 */
export async function listMyWork({
  tab,
  principals,
  personId,
  page,
  today,
  hour,
}: {
  tab: WorkTab
  principals: Principal[]
  personId: string
  page: number
  today: Day
  /** The hour of that day; left out, nothing is late before its day is over. */
  hour?: Hour
}): Promise<Page<WorkRow>> {
  const mine =
    tab === 'done'
      ? Prisma.sql`item.settled_by_id = ${personId}::uuid and item.settled_at is not null
          and item.holder = any(${principals}::text[])`
      : Prisma.sql`${heldBy(principals)} and ${inTab(tab, principals, { today, hour })}`
  const order = tab === 'done' ? Prisma.sql`item.settled_at desc, item.id` : Prisma.sql`item.due_on nulls last, item.id`
  const rows = await db.$queryRaw<(WorkRow & { found: number })[]>`
    with page as materialized (
      select item.id from work_item item where ${mine} order by ${order} limit ${writtenOut(ROWS_A_PAGE)} offset ${offsetOf(page)}
    )
    select item.id, item.root_id as "taskId", item.kind, item.holder, subject.title, subject.state as "taskState",
      member.state as "assignmentState", assignment.percent, task.urgency, directive.symbol,
      item.due_on::text as "dueOn", item.due_hour as "dueHour", item.settled_at as "settledAt", unit.abbreviation as "leadUnit",
      coalesce(reporter.full_name, reporting.name) as reporter,
      (select count(*)::int from (
        select from work_item item where ${mine} limit ${soughtFor(page)}) sought) as found
    from page join work_item item on item.id = page.id
    join subject on subject.id = item.root_id
    join task on task.id = item.root_id
    join directive on directive.id = task.directive_id
    join unit on unit.id = task.lead_unit_id
    left join subject member on member.id = item.subject_id and member.kind = 'ASSIGNMENT'
    left join assignment on assignment.id = item.subject_id
    left join person reporter on reporter.id = assignment.person_id
    left join unit reporting on reporting.id = assignment.unit_id
    order by ${order}`
  return pageOf(page, { rows: rows.map(({ found: _, ...row }) => row), found: rows[0]?.found ?? 0 })
}

function heldBy(principals: Principal[]): Prisma.Sql {
  return Prisma.sql`item.holder = any(${principals}::text[]) and item.settled_at is null`
}

function inTab(
  tab: Exclude<WorkTab, 'done'>,
  principals: Principal[],
  { today, hour }: { today: Day; hour: Hour | undefined },
): Prisma.Sql {
  if (tab === 'overdue') {
    return Prisma.sql`(item.due_on < ${today}::date or item.due_on = ${today}::date and item.due_hour < ${hour ?? null}::text)`
  }
  const kinds = Prisma.sql`item.kind = any(${kindsOfTab[tab]}::work_item_kind[])`
  // What is only told may be muted; what is owed stands in its tab all the same.
  return tab === 'informed' ? Prisma.sql`${kinds} and item.root_id <> all(${mutedBy(principals)})` : kinds
}
