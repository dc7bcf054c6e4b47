import { onTimeShare } from '#app/tracking/on-time-share.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'

/** What a unit had of a task at the end of a day: the lead's part or a supporter's. */
export interface PartAsOf {
  taskId: string
  partId: string
  unitId: string
  role: PartRole
  taskState: string
  state: string
  givenOn: Day
  dueOn: Day | null
  dueHour: Hour | null
  /** The day of the report that stood. */
  reportedOn: Day | null
  /** Since when its task was suspended; null where it was not. */
  suspendedOn: Day | null
  /** Of a lead the day its task was settled, of a supporter the day its part was; null where it was open. */
  settledOn: Day | null
  timeliness: Timeliness
}

export type PartRole = 'LEAD' | 'SUPPORT'

/** The figures of a unit as the lead, or as a supporter, over a period. */
export interface UnitFigures extends Record<Timeliness, number> {
  unitId: string
  role: PartRole
  /** Given to the unit in the period. */
  given: number
  /** All that was open at the end, or settled in the period. */
  total: number
}

/** One row a unit and role, out of the rows of several shares of the tasks. */
export function addFigures(shares: UnitFigures[][]): UnitFigures[] {
  const rows = new Map<string, UnitFigures>()
  for (const row of shares.flat()) {
    const { unitId, role } = row
    const key = `${role} ${unitId}`
    rows.set(key, sumInto(rows.get(key) ?? noFigures(unitId, role), row))
  }
  return [...rows.values()]
}

/** All units that lead, together: a task has one of them. Supporters are not added up, for a task can have several. */
export function sumOf(rows: UnitFigures[]): UnitFigures {
  return rows.reduce(sumInto, noFigures('', 'LEAD'))
}

function sumInto(sum: UnitFigures, row: UnitFigures): UnitFigures {
  for (const key of [...timelinessKinds, 'given', 'total'] as const) sum[key] += row[key]
  return sum
}

/** Percent of what was done by its due day, to one decimal; null where nothing with a due day was done. */
export function shareOf(row: UnitFigures): number | null {
  return onTimeShare(row)
}

function noFigures(unitId: string, role: PartRole): UnitFigures {
  const none = Object.fromEntries(timelinessKinds.map((kind) => [kind, 0])) as Record<Timeliness, number>
  return { ...none, unitId, role, given: 0, total: 0 }
}
