import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { listTasks, type TaskRow } from '#app/directives/task-list.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Actor, Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { closingSourceOf } from '#workflows/calendar/periods.ts'
import type { Refusal } from '#workflows/permit.ts'
import { refusalIn, type SeriesAct, seriesActs } from './policy.ts'
import { type PlannedPeriod, periodsAhead } from './schedule.ts'
import type { Series } from './series.ts'
import { seesSeries, SERIES_COLUMNS, seriesRows } from './series-sql.server.ts'

const PERIODS_AHEAD = 3

interface SeriesNames {
  leadUnit: string
  directingLeader: string
  follower: string
  enteredBy: string
  issuedBy: string | null
  /** The absent person whose substitute issued it. */
  issuedInPlaceOf: string | null
  issuedAt: Date | null
  stoppedBy: string | null
  stoppedInPlaceOf: string | null
  stoppedAt: Date | null
  stopReason: string | null
  supportUnits: string[]
  symbol: string | null
  subject: string
  /** The head of its lead unit sees the source once a period is opened under it. */
  seesDirective: boolean
}

export interface ShownSeries extends Series, SeriesNames {
  acts: { act: SeriesAct; refusal: Refusal | null }[]
  /** What the closing day of its periods stands on. */
  closingSource: string
  ahead: PlannedPeriod[]
  /** Of its tasks those the reader may see, the newest first. */
  tasks: TaskRow[]
}

interface SeriesPageQuestion {
  seriesId: string
  actor: Actor
  principals: Principal[]
  today: Day
  /** The hour of that day. */
  hour?: Hour
}

/** @throws NotFound when it is not there or not visible */
export async function readSeriesPage({
  seriesId,
  actor,
  principals,
  ...seen
}: SeriesPageQuestion): Promise<ShownSeries> {
  const { today } = seen
  const series = await readSeries(seriesId, principals, today)
  const calendar = await readWorkingCalendar(db, series.organId, today)
  const { rows: tasks } = await listTasks({ filters: { series: seriesId }, principals, ...seen, page: 1 })
  return {
    ...series,
    acts: seriesActs.map((act) => ({ act, refusal: refusalIn(series, act, { actor, today }) })),
    closingSource: closingSourceOf(series.firstPeriod),
    ahead: series.state === 'stopped' ? [] : periodsAhead(series, calendar, PERIODS_AHEAD),
    tasks,
  }
}

/** A series as the page of an act shows it. @throws NotFound, and Refused when the act is not open to the reader */
export async function readSeriesToAct({
  seriesId,
  act,
  actor,
  principals,
  today,
}: SeriesPageQuestion & { act: SeriesAct }): Promise<Series> {
  const series = await readSeries(seriesId, principals, today)
  const refusal = refusalIn(series, act, { actor, today })
  if (refusal) throw new Refused(`refusals:${refusal.code}`, refusal.values)
  return series
}

async function readSeries(seriesId: string, principals: Principal[], today: Day): Promise<Series & SeriesNames> {
  const task = Prisma.sql`task.id`
  const [found] = await db.$queryRaw<(Series & SeriesNames)[]>`
    select ${SERIES_COLUMNS}, unit.name as "leadUnit", leader.full_name as "directingLeader",
      follower.full_name as follower, enterer.full_name as "enteredBy", issuer.full_name as "issuedBy",
      series.issued_at as "issuedAt", stopper.full_name as "stoppedBy", series.stopped_at as "stoppedAt",
      series.stop_reason as "stopReason",
      ${absentIn(Prisma.sql`series.issued_post_id`, Prisma.sql`series.issued_by_id`)} as "issuedInPlaceOf",
      ${absentIn(Prisma.sql`series.stopped_post_id`, Prisma.sql`series.stopped_by_id`)} as "stoppedInPlaceOf",
      array(select name from unit where id = any(series.support_unit_ids) order by position, name) as "supportUnits",
      directive.symbol, directive.subject,
      exists (select from task where task.directive_id = directive.id and ${visibleTo(principals, task)}) as "seesDirective"
    from ${seriesRows(today)}
    join unit on unit.id = series.lead_unit_id
    join person leader on leader.id = series.directing_leader_id
    join person follower on follower.id = series.follower_id
    join person enterer on enterer.id = series.entered_by_id
    left join person issuer on issuer.id = series.issued_by_id
    left join person stopper on stopper.id = series.stopped_by_id
    where series.id = ${seriesId}::uuid and ${seesSeries(principals)}`
  if (!found) throw new NotFound()
  return found
}

/** The name of whose post it was, where that was not the doer's own. */
function absentIn(postId: Prisma.Sql, doerId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select holder.full_name from post join person holder on holder.id = post.person_id
    where post.id = ${postId} and holder.id <> ${doerId})`
}
