import { openOrSettledWithin } from '#app/directives/task-clock.server.ts'
import { dueSoonUntil } from '#app/directives/due-soon.server.ts'
import { isTimely } from '#app/directives/timeliness-sql.server.ts'
import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { type BoardPart, dueDaysOf, overdueAges } from './board-filters.ts'
import { type BoardQuestion, isNewest, trackedClocks, trackedParts } from './tracked-parts.server.ts'

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

/**
 * Every figure of the board, a row for each unit or officer that has one, in one statement. Each row that is counted is timed once
 * and put aside: the counts would each do it again, and beside what it costs to find out what may be seen, the database thinks
 * nothing of sorting all rows before it counts them.
 */
export async function readBoard(question: BoardQuestion): Promise<BoardRow[]> {
  const parts: BoardPart[] = question.scope.kind === 'unit' ? ['lead', 'support', 'officer'] : ['lead', 'support']
  const timed = parts.map((part) => Prisma.sql`${timedAs(part)} as materialized (${timedRows(part, question)})`)
  const counted = parts.map((part) => counts(part, question))
  return db.$queryRaw<BoardRow[]>`
    with ${Prisma.join(timed)}
    select counted.*, coalesce(unit.name, person.full_name) as name, unit.abbreviation
    from (${Prisma.join(counted, ' union all ')}) counted
    left join unit on unit.id = counted.id
    left join person on person.id = counted.id
    order by unit.position, unit.name, person.given_name collate "vi-x-icu", person.full_name collate "vi-x-icu"`
}

function timedAs(part: BoardPart): Prisma.Sql {
  return Prisma.raw(`timed_${part}`)
}

function timedRows(part: BoardPart, question: BoardQuestion): Prisma.Sql {
  const { filters, today, hour } = question
  const clock = trackedClocks[filters.dueDay && part === 'lead' ? 'outer' : 'own']
  const day = { today, hour, dueSoonUntil: dueSoonUntil(today) }
  const whichKind = timelinessKinds.map((kind) => Prisma.sql`when ${isTimely(kind, day, clock)} then ${literal(kind)}`)
  const conditions: Prisma.Sql[] = [
    Prisma.sql`tracked.task_state not in ('draft', 'discarded', 'revoked')`,
    openOrSettledWithin(clock.settledAt, filters),
    ...isNewest(part, filters),
    // A part that was closed without a report stands nowhere; its task does.
    part === 'lead'
      ? []
      : Prisma.sql`(tracked.settled_at is null or ${clock.dueOn} is null or ${clock.doneOn} is not null)`,
  ].flat()
  return Prisma.sql`
    select tracked.holder_id, ${clock.dueOn} as due_on, case ${Prisma.join(whichKind, ' ')} end as kind
    ${trackedParts(part, question, conditions)}`
}

function counts(part: BoardPart, { today }: BoardQuestion): Prisma.Sql {
  const kinds = timelinessKinds.map(
    (kind) => Prisma.sql`count(*) filter (where kind = ${literal(kind)})::int as ${Prisma.raw(`"${kind}"`)}`,
  )
  const ages = overdueAges.map((age) => {
    const { dueTo, dueFrom } = dueDaysOf(age, today)
    const newest = dueTo ? Prisma.sql`and due_on <= ${dueTo}::date` : Prisma.empty
    const oldest = dueFrom ? Prisma.sql`and due_on >= ${dueFrom}::date` : Prisma.empty
    return Prisma.sql`count(*) filter (where kind = ${literal('OVERDUE')} ${newest} ${oldest})::int`
  })
  return Prisma.sql`
    select ${literal(part)} as part, holder_id as id, count(*)::int as total, ${Prisma.join(kinds)},
      array[${Prisma.join(ages)}] as ages
    from ${timedAs(part)} group by holder_id`
}

/** A word of ours that stands in the statement itself. */
function literal(word: BoardPart | Timeliness): Prisma.Sql {
  return Prisma.raw(`'${word}'`)
}
