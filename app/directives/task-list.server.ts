import { foldVietnamese } from '#app/i18n/fold.ts'
import { db } from '#app/platform/db.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE, soughtFor } from '#app/ui/paging.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { dueSoonUntil, timelinessOf } from './due-soon.server.ts'
import type { Urgency } from './forms.ts'
import type { TaskFilters } from './task-filters.ts'
import { isTimely } from './timeliness-sql.server.ts'

export interface TaskRow {
  id: string
  title: string
  state: string
  restricted: boolean
  urgency: Urgency
  symbol: string | null
  leadUnit: string
  leadUnitName: string
  directingLeader: string
  follower: string
  dueOn: Day | null
  doneOn: Day | null
  timeliness: Timeliness | null
  percent: number | null
}

interface TaskQuestion {
  filters: TaskFilters
  principals: Principal[]
  today: Day
}

/** A page of the tasks these principals may see, newest first. Its ids are found first; only they are joined with names. */
export async function listTasks({ page, ...question }: TaskQuestion & { page: number }): Promise<Page<TaskRow>> {
  const [{ ids, found }] = await db.$queryRaw<[{ ids: string[]; found: number }]>`
    with sought as materialized (${newestIds(question, soughtFor(page))})
    select (select count(*)::int from sought) as found,
      array(select id::text from sought order by id desc limit ${ROWS_A_PAGE} offset ${offsetOf(page)}) as ids`
  return pageOf(page, { rows: await readRows(ids, question.today), found })
}

const ROWS_A_BATCH = 1000

/** Every task the filters let through, in batches, for an export that does not hold them all. */
export async function* eachTask(question: TaskQuestion): AsyncGenerator<TaskRow> {
  let after: string | null = null
  for (;;) {
    const found: { id: string }[] = await db.$queryRaw`${matchingIds(question, { after, most: ROWS_A_BATCH })}`
    yield* await readRows(
      found.map(({ id }) => id),
      question.today,
    )
    if (found.length < ROWS_A_BATCH) return
    after = found.at(-1)!.id
  }
}

function newestIds(question: TaskQuestion, most: number): Prisma.Sql {
  return Object.keys(question.filters).length > 0
    ? matchingIds(question, { after: null, most })
    : newestVisibleIds(question.principals, most)
}

/**
 * Without a filter the newest that each principal sees come out of the index in order, and the newest of all are among them:
 * whoever sees few of many tasks does not walk past all the others. Every root with participants is a task so far; the next
 * kind brings its kind into this index.
 */
function newestVisibleIds(principals: Principal[], most: number): Prisma.Sql {
  return Prisma.sql`
    select distinct seen.id from unnest(${principals}::text[]) held(principal) cross join lateral (
      select participant.subject_id as id from participant where participant.principal = held.principal
      order by participant.subject_id desc limit ${most}
    ) seen
    order by seen.id desc limit ${most}`
}

function matchingIds(question: TaskQuestion, { after, most }: { after: string | null; most: number }): Prisma.Sql {
  const beyond = after ? Prisma.sql`and task.id < ${after}::uuid` : Prisma.empty
  return Prisma.sql`select task.id ${matching(question)} ${beyond} order by task.id desc limit ${most}`
}

async function readRows(ids: string[], today: Day): Promise<TaskRow[]> {
  const rows = await db.$queryRaw<
    (Omit<TaskRow, 'timeliness'> & { settled: boolean; startOn: Day | null; stoppedOn: Day | null })[]
  >`
    select task.id, subject.title, subject.state, subject.restricted, task.urgency, directive.symbol,
      unit.abbreviation as "leadUnit", unit.name as "leadUnitName", leader.full_name as "directingLeader",
      follower.full_name as follower, deadline.due_on::text as "dueOn", deadline.done_on::text as "doneOn",
      deadline.start_on::text as "startOn", deadline.stopped_on::text as "stoppedOn", subject.settled_at is not null as settled,
      (select assignment.percent from subject lead join assignment on assignment.id = lead.id
        where lead.root_id = task.id and lead.parent_id = task.id and assignment.role = 'LEAD' limit 1) as percent
    from task
    join subject on subject.id = task.id
    join directive on directive.id = task.directive_id
    join unit on unit.id = task.lead_unit_id
    join person leader on leader.id = task.directing_leader_id
    join person follower on follower.id = task.follower_id
    left join deadline on deadline.subject_id = task.id
    where task.id = any(${ids}::uuid[])
    order by task.id desc`
  return rows.map(({ settled, startOn, stoppedOn, ...row }) => ({
    ...row,
    timeliness: timelinessOf({ ...row, settled, startOn, stoppedOn }, today),
  }))
}

/** `from ... where ...` of the tasks that match; a table is joined only when a filter asks for it. */
function matching({ filters, principals, today }: TaskQuestion): Prisma.Sql {
  const { q, state, timeliness, unit, leader, follower, urgency, dueFrom, dueTo } = filters
  const conditions = [visibleTo(principals, Prisma.sql`task.id`)]
  if (unit) conditions.push(Prisma.sql`task.lead_unit_id = ${unit}::uuid`)
  if (leader) conditions.push(Prisma.sql`task.directing_leader_id = ${leader}::uuid`)
  if (follower) conditions.push(Prisma.sql`task.follower_id = ${follower}::uuid`)
  if (urgency) conditions.push(Prisma.sql`task.urgency = ${urgency}::urgency`)
  if (state) conditions.push(Prisma.sql`subject.state = ${state}`)
  if (dueFrom) conditions.push(Prisma.sql`deadline.due_on >= ${dueFrom}::date`)
  if (dueTo) conditions.push(Prisma.sql`deadline.due_on <= ${dueTo}::date`)
  if (timeliness) conditions.push(isTimely(timeliness, { today, dueSoonUntil: dueSoonUntil(today) }))
  if (q) {
    const pattern = `%${foldVietnamese(q).replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(Prisma.sql`(subject.search_text like ${pattern} or directive.search_text like ${pattern})`)
  }
  return Prisma.sql`from task
    ${state || timeliness || q ? Prisma.sql`join subject on subject.id = task.id and subject.kind = 'TASK'` : Prisma.empty}
    ${q ? Prisma.sql`join directive on directive.id = task.directive_id` : Prisma.empty}
    ${timeliness || dueFrom || dueTo ? Prisma.sql`left join deadline on deadline.subject_id = task.id` : Prisma.empty}
    where ${Prisma.join(conditions, ' and ')}`
}
