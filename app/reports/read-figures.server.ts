import type { Principal } from '#workflows/actor.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'
import { countPart, isCounted, type PartAsOf, type UnitFigures } from './figures.ts'
import { partsAsOf } from './parts-as-of.server.ts'

export interface PeriodFigures {
  rows: UnitFigures[]
  /** What was overdue at the end of the period, or was done in it too late; longest due first. */
  late: PartAsOf[]
}

/** The figures of every unit over a period, to the end of its last day. */
export async function readFigures(period: DataPeriod, principals: Principal[]): Promise<PeriodFigures> {
  const figures = new Map<string, UnitFigures>()
  const late: PartAsOf[] = []
  for await (const part of partsAsOf({ period, principals })) {
    countPart(figures, part, period)
    const { timeliness } = part
    if ((timeliness === 'OVERDUE' || timeliness === 'DONE_LATE') && isCounted(part, period)) late.push(part)
  }
  return { rows: [...figures.values()], late: late.sort(byDueDay) }
}

export function byDueDay(one: PartAsOf, other: PartAsOf): number {
  return (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || one.partId.localeCompare(other.partId)
}
