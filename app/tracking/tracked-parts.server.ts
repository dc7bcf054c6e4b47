import { type ClockColumns, noHour, openOrSettledWithin } from '#app/directives/task-clock.server.ts'
import { seesByDuty, seesPart, unitsInCharge } from '#app/directives/task-matching.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { BoardFilters, BoardPart } from './board-filters.ts'
import type { BoardScope } from './board-scope.ts'

export interface BoardQuestion {
  filters: BoardFilters
  scope: BoardScope
  principals: Principal[]
  today: Day
  /** The hour of that day it is asked at; left out, nothing is late before its day is over. */
  hour?: Hour
}

/** The clock of a row named `tracked`, and the outer clock of one that is a task. */
export const trackedClocks: Record<'own' | 'outer', ClockColumns> = {
  own: {
    dueOn: Prisma.sql`tracked.due_on`,
    dueHour: Prisma.sql`tracked.due_hour`,
    startOn: Prisma.sql`tracked.start_on`,
    stoppedOn: Prisma.sql`tracked.stopped_on`,
    stoppedHour: Prisma.sql`tracked.stopped_hour`,
    doneOn: Prisma.sql`tracked.done_on`,
    settledAt: Prisma.sql`tracked.settled_at`,
  },
  outer: {
    ...noHour,
    dueOn: Prisma.sql`tracked.outer_due_on`,
    startOn: Prisma.sql`tracked.issued_on`,
    stoppedOn: Prisma.sql`tracked.outer_stopped_on`,
    doneOn: Prisma.sql`tracked.outer_done_on`,
    settledAt: Prisma.sql`tracked.settled_at`,
  },
}

/**
 * `from ... where ...` of the rows, named `tracked`, of this kind that lie within the scope, are let through by the board's filters
 * and by `more`, and are open to the reader.
 */
export function trackedParts(
  part: BoardPart,
  { filters, scope, principals, today }: BoardQuestion,
  more: Prisma.Sql[],
): Prisma.Sql {
  const conditions = [
    // Written out: what is planned for any kind of part reads them all.
    Prisma.sql`tracked.part = ${Prisma.raw(`'${part}'`)}`,
    ...ofScope(part, scope, today),
    ...filtered(filters),
    ...(filters.dueDay && part === 'lead' ? [Prisma.sql`tracked.outer_due_on is not null`] : []),
    ...more,
  ]
  // Found first, by `offset 0`, and only then asked about: what a head may see is more than what their people have to do.
  return Prisma.sql`from (select * from tracked_part tracked where ${Prisma.join(conditions, ' and ')} offset 0) tracked
    where ${openTo(principals, part)}`
}

type ColumnFilter = Exclude<keyof BoardFilters, 'trackedFrom' | 'trackedTo' | 'dueDay'>

const columnFilters: Record<ColumnFilter, (value: string) => Prisma.Sql> = {
  leader: (id) => Prisma.sql`tracked.leader_id = ${id}::uuid`,
  follower: (id) => Prisma.sql`tracked.follower_id = ${id}::uuid`,
  field: (field) => Prisma.sql`tracked.field = ${field}`,
  urgency: (urgency) => Prisma.sql`tracked.urgency = ${urgency}::urgency`,
  sourceKind: (kind) =>
    Prisma.sql`tracked.directive_id in (select id from directive where source_kind = ${kind}::source_kind)`,
}

function filtered(filters: BoardFilters): Prisma.Sql[] {
  const names = Object.keys(columnFilters) as ColumnFilter[]
  return names.flatMap((name) => {
    const value = filters[name]
    return value ? [columnFilters[name](value)] : []
  })
}

/** Of a unit that supports a task more than once, and of an officer, the newest part that was under way in the period. */
export function isNewest(part: BoardPart, filters: BoardFilters): Prisma.Sql[] {
  if (part === 'lead') return []
  return [
    Prisma.sql`(tracked.single or tracked.id = (
      select same.id from tracked_part same
      where same.root_id = tracked.root_id and same.part = tracked.part and same.holder_id = tracked.holder_id
        and ${openOrSettledWithin(Prisma.sql`same.settled_at`, filters)}
      order by same.id desc limit 1))`,
  ]
}

function ofScope(part: BoardPart, scope: BoardScope, today: Day): Prisma.Sql[] {
  switch (scope.kind) {
    case 'all':
      return []
    case 'charge':
      return [Prisma.sql`tracked.holder_id = any(array(${unitsInCharge(scope.leaderId, today)}))`]
    case 'unit':
      return part === 'officer'
        ? [Prisma.sql`tracked.holder_id = any(array(${peopleUnder(scope.unitId, today)}))`]
        : [Prisma.sql`tracked.holder_id = ${scope.unitId}::uuid`]
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

function openTo(principals: Principal[], part: BoardPart): Prisma.Sql {
  const isVisible = visibleTo(principals, Prisma.sql`tracked.root_id`)
  const looked = part === 'lead' ? isVisible : Prisma.sql`${isVisible} and ${seesPart(principals, Prisma.sql`tracked`)}`
  const byDuty = seesByDuty(principals, Prisma.sql`tracked`)
  return byDuty ? Prisma.sql`(${byDuty} or ${looked})` : looked
}
