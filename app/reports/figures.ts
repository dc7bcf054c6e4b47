import { onTimeShare } from '#app/tracking/on-time-share.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'

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
  /** The day of the report that stood. */
  reportedOn: Day | null
  /** Since when its task was suspended; null where it was not. */
  suspendedOn: Day | null
  /** Of a lead the day its task was settled, of a supporter the day its part was; null where it was open. */
  settledOn: Day | null
  timeliness: Timeliness | null
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

/**
 * Counts one part, if the period counts it at all: as on the tracking board, what was open at its end or was settled in it, and no
 * draft and nothing that was revoked or taken away.
 */
export function countPart(figures: Map<string, UnitFigures>, part: PartAsOf, period: DataPeriod): void {
  if (!isCounted(part, period)) return
  const { unitId, role, timeliness, givenOn } = part
  const key = `${role} ${unitId}`
  const row = figures.get(key) ?? noFigures(unitId, role)
  figures.set(key, row)
  row.total += 1
  row[timeliness] += 1
  if (givenOn >= period.from && givenOn <= period.to) row.given += 1
}

export function isCounted(part: PartAsOf, { from, to }: DataPeriod): part is PartAsOf & { timeliness: Timeliness } {
  const { taskState, state, settledOn, timeliness } = part
  if (taskState === 'draft' || taskState === 'revoked' || state === 'withdrawn' || timeliness === null) return false
  return settledOn === null || (settledOn >= from && settledOn <= to)
}

/** All units that lead, together: a task has one of them. Supporters are not added up, for a task can have several. */
export function sumOf(rows: UnitFigures[]): UnitFigures {
  const sum = noFigures('', 'LEAD')
  for (const row of rows) {
    for (const key of [...timelinessKinds, 'given', 'total'] as const) sum[key] += row[key]
  }
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
