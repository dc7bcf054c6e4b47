import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { addFigures, type PartAsOf, type UnitFigures } from './figures.ts'
import { countedIn, type PartsAsked, withPartsStood } from './parts-stood.server.ts'

interface FiguresAsked {
  period: DataPeriod
  /** What it is compared with. */
  before: DataPeriod
  /** When it is asked. */
  seen?: PartsAsked['seen']
  principals: Principal[]
  /** The late ones that are wanted, if not all. */
  mostLate?: number | undefined
}

interface Figures {
  now: UnitFigures[]
  before: UnitFigures[]
  /** What was overdue at the end of the period, or was done in it too late; longest due first. */
  late: PartAsOf[]
  lateCount: number
}

/** How many connections share the tasks. */
const SHARES = 2

/** The figures of every unit over a period and over the one before, each to the end of its last day. */
export async function readFigures({ period, before, seen, principals, mostLate }: FiguresAsked): Promise<Figures> {
  const periods = [period, before]
  const shares = await Promise.all(
    Array.from({ length: SHARES }, (_, number) =>
      readShare({ periods, seen, principals, share: { number, of: SHARES } }, mostLate),
    ),
  )
  return {
    now: addFigures(shares.map(({ figures }) => figures[0]!)),
    before: addFigures(shares.map(({ figures }) => figures[1]!)),
    late: shares
      .flatMap(({ late }) => late)
      .sort(byDueDay)
      .slice(0, mostLate),
    lateCount: shares.reduce((sum, { lateCount }) => sum + lateCount, 0),
  }
}

interface Share {
  /** Of each period. */
  figures: UnitFigures[][]
  late: PartAsOf[]
  lateCount: number
}

/** Counted where it is read: 40,000 parts brought here to be counted took as long as finding them. */
async function readShare(asked: PartsAsked, mostLate: number | undefined): Promise<Share> {
  const [period, before] = asked.periods as [DataPeriod, DataPeriod]
  const [share] = await db.$queryRaw<[Share]>`
    ${withPartsStood(asked)}, counted as materialized (${countedIn(asked, 0)})
    select jsonb_build_array(
        ${figuresOf(Prisma.sql`counted`, period)}, ${figuresOf(Prisma.sql`(${countedIn(asked, 1)}) former`, before)}) as figures,
      (select coalesce(jsonb_agg(first order by "dueOn", "partId"), '[]') from (
        select * from counted where ${IS_LATE} order by "dueOn", "partId" limit ${mostLate ?? null}::int) first) as late,
      (select count(*)::int from counted where ${IS_LATE}) as "lateCount"`
  return share
}

const IS_LATE = Prisma.sql`timeliness in ('OVERDUE', 'DONE_LATE')`

/** An array of rows, one for each unit and role. */
function figuresOf(parts: Prisma.Sql, { from, to }: DataPeriod): Prisma.Sql {
  const kinds = timelinessKinds.map(
    (kind) => Prisma.sql`count(*) filter (where timeliness = ${Prisma.raw(`'${kind}'`)}) as ${Prisma.raw(`"${kind}"`)}`,
  )
  return Prisma.sql`(
    select coalesce(jsonb_agg(row), '[]') from (
      select "unitId", role, count(*) filter (where "givenOn" between ${from}::date and ${to}::date) as given,
        count(*) as total, ${Prisma.join(kinds)}
      from ${parts} group by "unitId", role
    ) row)`
}

function byDueDay(one: PartAsOf, other: PartAsOf): number {
  return (one.dueOn ?? '').localeCompare(other.dueOn ?? '') || one.partId.localeCompare(other.partId)
}
