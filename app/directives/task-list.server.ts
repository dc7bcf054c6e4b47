import { db, type Transaction } from '#app/platform/db.server.ts'
import { writtenOut } from '#app/platform/written-out.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE, soughtFor } from '#app/ui/paging.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { timelinessOf } from './due-soon.server.ts'
import type { Urgency } from './forms.ts'
import { clockColumns, partsHeld, partsShownBy } from './task-clock.server.ts'
import { clockShownBy } from './task-filters.ts'
import { matchingTasks, type TaskQuestion, tasksWithWords } from './task-matching.server.ts'

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
  dueHour: Hour | null
  doneOn: Day | null
  /** How often the due day was put off. */
  extensions: number
  timeliness: Timeliness | null
  percent: number | null
}

/** A page of the tasks these principals may see, newest first. Its ids are found first; only they are joined with names. */
export async function listTasks({ page, ...question }: TaskQuestion & { page: number }): Promise<Page<TaskRow>> {
  const [{ ids, found }] = await db.$queryRaw<[{ ids: string[]; found: number }]>`
    with sought as materialized (${newestIds(question, soughtFor(page))})
    select (select count(*)::int from sought) as found,
      array(select id::text from sought order by id desc limit ${ROWS_A_PAGE} offset ${offsetOf(page)}) as ids`
  return pageOf(page, { rows: await readRows(ids, question), found })
}

/** The newest that the filters let through, for an act on all of them. */
export async function listTaskIds(question: TaskQuestion, most: number): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`${newestIds(question, most)}`
  return found.map(({ id }) => id)
}

const ROWS_A_BATCH = 1000

/** Every task the filters let through, in batches, for an export that does not hold them all. */
export async function* eachTask(question: TaskQuestion): AsyncGenerator<TaskRow> {
  for await (const batch of taskBatches(question, db)) yield* batch
}

/** The same batch by batch, read through a transaction where they must agree with one another. */
export async function* taskBatches(question: TaskQuestion, tx: Transaction): AsyncGenerator<TaskRow[]> {
  let after: string | null = null
  for (;;) {
    const found: { id: string }[] = await tx.$queryRaw`${matchingIds(question, { after, most: ROWS_A_BATCH })}`
    const ids = found.map(({ id }) => id)
    if (ids.length > 0) yield await readRows(ids, question, tx)
    if (ids.length < ROWS_A_BATCH) return
    after = ids.at(-1)!
  }
}

/** How many there are, to the last: an export says beforehand what it will hold. */
export async function countTasks(question: TaskQuestion, tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<[{ total: number }]>`select count(*)::int as total ${matchingTasks(question)}`
  return row.total
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

interface Wanted {
  after: string | null
  most: number
}

function matchingIds(question: TaskQuestion, wanted: Wanted): Prisma.Sql {
  const { q } = question.filters
  return q
    ? idsWithWords(question, q, wanted)
    : Prisma.sql`select task.id ${matchingTasks(question)} ${newest(wanted, isFoundSeldom(question))}`
}

/** Words found in no more tasks than this are looked for first. */
const FEW = 2000

/**
 * Words that few tasks have are found from the words; of those that many have, the newest are soon met walking past the tasks. Which
 * it is shows only here: either way takes seconds where the other takes milliseconds.
 */
function idsWithWords(question: TaskQuestion, words: string, wanted: Wanted): Prisma.Sql {
  const found = Prisma.sql`(select count(*) from having_words)`
  return Prisma.sql`
    with having_words as materialized (select id from (${tasksWithWords(words)}) found limit ${writtenOut(FEW + 1)})
    select id from (
      (select task.id ${matchingTasks({ ...question, among: Prisma.sql`having_words` })}
        and ${found} <= ${writtenOut(FEW)} ${newest(wanted)})
      union all
      (select task.id ${matchingTasks(question)} and ${found} > ${writtenOut(FEW)} ${newest(wanted)})
    ) task order by id desc`
}

/**
 * Of a limit it does not know PostgreSQL expects a tenth of what matches, and walks the newest tasks until it has them. Few of those are
 * soon due: the walk goes past nearly all, and begun with the clocks it takes a seventh. Overdue ones are met in half the time walking.
 */
function isFoundSeldom({ filters }: TaskQuestion): boolean {
  return filters.timeliness === 'DUE_SOON'
}

/** Of the first pages, where nearly everybody stays: each number written out is a statement that a connection keeps. */
const MOST_WRITTEN_OUT = soughtFor(20)

function newest({ after, most }: Wanted, writesLimit = false): Prisma.Sql {
  const beyond = after ? Prisma.sql`and task.id < ${after}::uuid` : Prisma.empty
  const limit = writesLimit && most <= MOST_WRITTEN_OUT ? writtenOut(most) : most
  return Prisma.sql`${beyond} order by task.id desc limit ${limit}`
}

/** Due day, day of doing and timeliness of a row are those the filters go by. */
async function readRows(
  ids: string[],
  { filters, today, hour }: TaskQuestion,
  tx: Transaction = db,
): Promise<TaskRow[]> {
  const parts = partsShownBy(filters)
  const clock = clockColumns[clockShownBy(filters)]
  const rows = await tx.$queryRaw<
    (Omit<TaskRow, 'timeliness'> & {
      settled: boolean
      startOn: Day | null
      stoppedOn: Day | null
      stoppedHour: Hour | null
    })[]
  >`
    select task.id, subject.title, subject.state, subject.restricted, task.urgency, directive.symbol,
      unit.abbreviation as "leadUnit", unit.name as "leadUnitName", leader.full_name as "directingLeader",
      follower.full_name as follower, ${clock.dueOn}::text as "dueOn", ${clock.dueHour} as "dueHour",
      ${clock.doneOn}::text as "doneOn",
      ${clock === clockColumns.outer ? Prisma.sql`0` : Prisma.sql`coalesce(deadline.extensions, 0)`} as extensions,
      ${clock.startOn}::text as "startOn", ${clock.stoppedOn}::text as "stoppedOn", ${clock.stoppedHour} as "stoppedHour",
      ${clock.settledAt} is not null as settled,
      (select assignment.percent from subject lead join assignment on assignment.id = lead.id
        where lead.root_id = task.id and lead.parent_id = task.id and assignment.role = 'LEAD'
        order by lead.id desc limit 1) as percent
    from task
    join subject on subject.id = task.id
    join directive on directive.id = task.directive_id
    join unit on unit.id = task.lead_unit_id
    join person leader on leader.id = task.directing_leader_id
    join person follower on follower.id = task.follower_id
    ${parts ? Prisma.sql`left join ${partsHeld({ ...parts, filters, taskIds: ids })} part on part.root_id = task.id` : Prisma.empty}
    left join deadline on deadline.subject_id = ${parts ? Prisma.sql`part.id` : Prisma.sql`task.id`}
    where task.id = any(${ids}::uuid[])
    order by task.id desc`
  return rows.map(({ settled, startOn, stoppedOn, stoppedHour, ...row }) => ({
    ...row,
    timeliness: timelinessOf({ ...row, settled, startOn, stoppedOn, stoppedHour }, today, hour),
  }))
}
