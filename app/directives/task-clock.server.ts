import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { clockShownBy, type TaskClock, type TaskFilters } from './task-filters.ts'

/** The columns timeliness is computed from. */
export interface ClockColumns {
  dueOn: Prisma.Sql
  dueHour: Prisma.Sql
  startOn: Prisma.Sql
  stoppedOn: Prisma.Sql
  /** At which it was stopped; of a result that was accepted, at which that was passed up. */
  stoppedHour: Prisma.Sql
  doneOn: Prisma.Sql
  settledAt: Prisma.Sql
}

const ofDeadline = {
  dueOn: Prisma.sql`deadline.due_on`,
  dueHour: Prisma.sql`deadline.due_hour`,
  startOn: Prisma.sql`deadline.start_on`,
  stoppedOn: Prisma.sql`deadline.stopped_on`,
  stoppedHour: Prisma.sql`deadline.stopped_hour`,
  doneOn: Prisma.sql`deadline.done_on`,
}

/** What an outside assigner sets has no hour. */
export const noHour = { dueHour: Prisma.sql`null::text`, stoppedHour: Prisma.sql`null::text` }

/** By rows named `task`, `subject` (the task's), `deadline` (the task's or the part's) and `part` (an assignment's subject). */
export const clockColumns: Record<TaskClock, ClockColumns> = {
  inner: { ...ofDeadline, settledAt: Prisma.sql`subject.settled_at` },
  // The days are those `clockOf` gives a task, out of its context: work may be open-ended here and due for whoever set the outer day.
  outer: {
    ...noHour,
    dueOn: Prisma.sql`task.outer_due_on`,
    startOn: Prisma.sql`(subject.context ->> 'issuedOn')::date`,
    stoppedOn: Prisma.sql`(case when subject.state = 'awaitingAcceptance' then subject.context ->> 'resultOn'
      else subject.context ->> 'suspendedOn' end)::date`,
    doneOn: Prisma.sql`(case when subject.state = 'completed' then subject.context ->> 'resultOn' end)::date`,
    settledAt: Prisma.sql`subject.settled_at`,
  },
  support: { ...ofDeadline, settledAt: Prisma.sql`part.settled_at` },
  officer: { ...ofDeadline, settledAt: Prisma.sql`part.settled_at` },
}

/** Parts of units that support a task, or of persons, and which of them. */
export interface Parts {
  clock: 'support' | 'officer'
  /** What follows `assignment.unit_id` or `assignment.person_id` in a condition. */
  holder: Prisma.Sql
}

/** The parts a list goes by, if any. */
export function partsShownBy(filters: TaskFilters): Parts | null {
  const clock = clockShownBy(filters)
  if (clock === 'officer') return { clock, holder: Prisma.sql`= ${filters.officer}::uuid` }
  return clock === 'support' ? { clock, holder: Prisma.sql`= ${filters.unit}::uuid` } : null
}

interface PartsWanted extends Parts {
  filters: TaskFilters
  /** Of these tasks only; where few are asked about, the others need not be read. */
  taskIds?: string[]
}

/**
 * As rows `(root_id, id, settled_at, holder_id)`: of each task at most one part a holder, the newest that was not withdrawn and,
 * where a period is tracked, was under way in it.
 */
export function partsHeld({ clock, holder, filters, taskIds }: PartsWanted): Prisma.Sql {
  const column = clock === 'support' ? Prisma.sql`assignment.unit_id` : Prisma.sql`assignment.person_id`
  const conditions = [
    Prisma.sql`${column} ${holder}`,
    Prisma.sql`held.kind = 'ASSIGNMENT' and held.state <> 'withdrawn'`,
    clock === 'support' ? Prisma.sql`assignment.role = 'SUPPORT' and held.parent_id = held.root_id` : [],
    isTracked(filters) ? openOrSettledWithin(Prisma.sql`held.settled_at`, filters) : [],
    taskIds ? Prisma.sql`held.root_id = any(${taskIds}::uuid[])` : [],
  ].flat()
  return Prisma.sql`(
    select distinct on (held.root_id, ${column}) held.root_id, held.id, held.settled_at, ${column} as holder_id
    from assignment join subject held on held.id = assignment.id
    where ${Prisma.join(conditions, ' and ')}
    order by held.root_id, ${column}, held.id desc
  )`
}

export function isTracked({ trackedFrom, trackedTo }: TaskFilters): boolean {
  return Boolean(trackedFrom ?? trackedTo)
}

/** Open, or settled on a day of the period tracked; its first or last day may be missing. */
export function openOrSettledWithin(
  settledAt: Prisma.Sql,
  { trackedFrom, trackedTo }: Pick<TaskFilters, 'trackedFrom' | 'trackedTo'>,
): Prisma.Sql {
  const bounds = [
    trackedFrom ? Prisma.sql`${settledAt} >= ${midnight(trackedFrom)}` : [],
    trackedTo ? Prisma.sql`${settledAt} < ${midnight(daysAfter(trackedTo, 1))}` : [],
  ].flat()
  return Prisma.sql`(${settledAt} is null or (${Prisma.join(bounds, ' and ')}))`
}

function midnight(day: Day): Prisma.Sql {
  return Prisma.sql`(${day}::date::timestamp at time zone ${OFFICE_ZONE}::text)`
}
