import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { db } from '#app/platform/db.server.ts'
import { writtenOut } from '#app/platform/written-out.server.ts'
import { offsetOf, type Page, pageOf, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Period } from '#workflows/calendar/periods.ts'
import { nextPeriodOf } from './schedule.ts'
import type { Series } from './series.ts'
import type { SeriesFilters } from './series-filters.ts'
import { seesSeries, SERIES_COLUMNS, seriesRows } from './series-sql.server.ts'

export interface SeriesRow extends Pick<
  Series,
  'id' | 'content' | 'urgency' | 'firstPeriod' | 'lastPeriod' | 'lastOpened' | 'state' | 'obstacle'
> {
  leadUnit: string
  leadUnitName: string
  directingLeader: string
  follower: string
  /** Of the source. */
  symbol: string | null
  /** Of a series that goes on, the period to be opened next. */
  nextPeriod: Period | null
}

export interface SeriesQuestion {
  filters: SeriesFilters
  principals: Principal[]
  today: Day
}

/** A page of the series these principals may see, newest first. */
export async function listSeries({ page, ...question }: SeriesQuestion & { page: number }): Promise<Page<SeriesRow>> {
  const rows = await readRows({
    ...question,
    more: Prisma.sql`limit ${writtenOut(ROWS_A_PAGE)} offset ${offsetOf(page)}`,
  })
  return pageOf(page, { rows: rows.map(shownRow), found: rows[0]?.found ?? 0 })
}

/** Every one of them, for an export: an office has some hundreds at most. */
export async function allSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
  return (await readRows(question)).map(shownRow)
}

/** The series under a directive, in the order they were entered. */
export async function seriesOfDirective({
  directiveId,
  ...question
}: Omit<SeriesQuestion, 'filters'> & { directiveId: string }): Promise<SeriesRow[]> {
  const under = Prisma.sql`and series.directive_id = ${directiveId}::uuid`
  return (await readRows({ ...question, filters: {}, under })).map(shownRow).toReversed()
}

type ReadRow = Omit<SeriesRow, 'nextPeriod'> & Series & { found: number }

function readRows({
  filters: { q, state, kind, unit },
  principals,
  today,
  under = Prisma.empty,
  more = Prisma.empty,
}: SeriesQuestion & { under?: Prisma.Sql; more?: Prisma.Sql }): Promise<ReadRow[]> {
  const pattern = q && containing(foldVietnamese(q))
  const inState =
    state === 'stuck'
      ? Prisma.sql`standing.state = 'running' and standing.obstacle is not null`
      : Prisma.sql`standing.state = ${state ?? null}`
  return db.$queryRaw<ReadRow[]>`
    select ${SERIES_COLUMNS}, unit.abbreviation as "leadUnit", unit.name as "leadUnitName",
      leader.full_name as "directingLeader", follower.full_name as follower, directive.symbol,
      count(*) over ()::int as found
    from ${seriesRows(today)}
    join unit on unit.id = series.lead_unit_id
    join person leader on leader.id = series.directing_leader_id
    join person follower on follower.id = series.follower_id
    where ${seesSeries(principals)} ${under}
      ${pattern ? Prisma.sql`and (series.search_text like ${pattern} or directive.search_text like ${pattern})` : Prisma.empty}
      ${state ? Prisma.sql`and ${inState}` : Prisma.empty}
      ${kind ? Prisma.sql`and series.period_kind = ${kind}::period_kind` : Prisma.empty}
      ${unit ? Prisma.sql`and series.lead_unit_id = ${unit}::uuid` : Prisma.empty}
    order by series.id desc ${more}`
}

function shownRow(row: ReadRow): SeriesRow {
  const { id, content, urgency, firstPeriod, lastPeriod, lastOpened, state, obstacle } = row
  const { leadUnit, leadUnitName, directingLeader, follower, symbol } = row
  return {
    ...{ id, content, urgency, firstPeriod, lastPeriod, lastOpened, state, obstacle },
    ...{ leadUnit, leadUnitName, directingLeader, follower, symbol },
    nextPeriod: state === 'stopped' ? null : nextPeriodOf(row),
  }
}
