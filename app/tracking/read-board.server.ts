import { clockColumns, type Parts } from '#app/directives/task-clock.server.ts'
import { dueSoonUntil } from '#app/directives/due-soon.server.ts'
import { clockShownBy, type TaskFilters } from '#app/directives/task-filters.ts'
import { matchingTasks, unitsInCharge } from '#app/directives/task-matching.server.ts'
import { isTimely } from '#app/directives/timeliness-sql.server.ts'
import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { type BoardFilters, type BoardPart, leadFilters, overdueAges } from './board-filters.ts'
import type { BoardScope } from './board-scope.ts'

export interface BoardRow extends Record<Timeliness, number> {
  part: BoardPart
  /** Of the unit, or of the officer. */
  id: string
  name: string
  /** Of a unit. */
  abbreviation: string | null
  total: number
  /** Of what is overdue, in the order of `overdueAges`. */
  ages: number[]
}

export interface BoardQuestion {
  filters: BoardFilters
  scope: BoardScope
  principals: Principal[]
  today: Day
}

/** Every figure of the board, a row for each unit or officer that has one, in one statement. */
export async function readBoard(question: BoardQuestion): Promise<BoardRow[]> {
  const { filters, scope, today } = question
  const { dueDay: _, ...ofParts } = filters
  const counted = [
    counts(question, { part: 'lead', filters: leadFilters(filters, scope) }),
    counts(question, {
      part: 'support',
      filters: ofParts,
      parts: { clock: 'support', holder: supporting(scope, today) },
    }),
  ]
  if (scope.kind === 'unit') {
    const parts: Parts = { clock: 'officer', holder: Prisma.sql`in (${peopleUnder(scope.unitId, today)})` }
    counted.push(counts(question, { part: 'officer', filters: ofParts, parts }))
  }
  return db.$queryRaw<BoardRow[]>`
    select counted.*, coalesce(unit.name, person.full_name) as name, unit.abbreviation
    from (${Prisma.join(counted, ' union all ')}) counted
    left join unit on unit.id = counted.id
    left join person on person.id = counted.id
    order by unit.position, unit.name, person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
}

interface Counted {
  part: BoardPart
  filters: TaskFilters
  parts?: Parts
}

function counts({ principals, today }: BoardQuestion, { part, filters, parts }: Counted): Prisma.Sql {
  const clock = clockColumns[parts?.clock ?? clockShownBy(filters)]
  const day = { today, dueSoonUntil: dueSoonUntil(today) }
  const kinds = timelinessKinds.map(
    (kind) => Prisma.sql`count(*) filter (where ${isTimely(kind, day, clock)})::int as ${Prisma.raw(`"${kind}"`)}`,
  )
  const ages = overdueAges.map(({ from, to }) => {
    const newest = Prisma.sql`${clock.dueOn} <= ${daysAfter(today, -from)}::date`
    const oldest = to ? Prisma.sql`and ${clock.dueOn} >= ${daysAfter(today, -to)}::date` : Prisma.empty
    return Prisma.sql`count(*) filter (where ${isTimely('OVERDUE', day, clock)} and ${newest} ${oldest})::int`
  })
  const holder = parts ? Prisma.sql`part.holder_id` : Prisma.sql`task.lead_unit_id`
  return Prisma.sql`
    select ${part}::text as part, ${holder} as id, count(*)::int as total, ${Prisma.join(kinds)},
      array[${Prisma.join(ages)}] as ages
    ${matchingTasks({ filters, principals, today, ...(parts && { parts }) })}
    group by ${holder}`
}

function supporting(scope: BoardScope, today: Day): Prisma.Sql {
  switch (scope.kind) {
    case 'all':
      return Prisma.sql`is not null`
    case 'charge':
      return Prisma.sql`in (${unitsInCharge(scope.leaderId, today)})`
    case 'unit':
      return Prisma.sql`= ${scope.unitId}::uuid`
  }
}

/** Who holds a post in the unit or in one under it. */
function peopleUnder(unitId: string, today: Day): Prisma.Sql {
  return Prisma.sql`
    with recursive below(id) as (
      select ${unitId}::uuid
      union
      select unit.id from unit join below on unit.parent_id = below.id
      where unit.valid_from <= ${today}::date and (unit.valid_to is null or unit.valid_to >= ${today}::date)
    )
    select post.person_id from below join post on post.unit_id = below.id
    where post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)`
}
