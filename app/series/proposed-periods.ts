import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import {
  dataOf,
  type Period,
  periodAfter,
  periodKinds,
  type PeriodKind,
  periodOf,
} from '#workflows/calendar/periods.ts'

/** How many of each kind a form proposes to begin with, and to end with. */
const PROPOSED: Record<PeriodKind, { first: number; last: number }> = {
  MONTH: { first: 13, last: 37 },
  QUARTER: { first: 5, last: 13 },
  HALF_YEAR: { first: 3, last: 9 },
  YEAR: { first: 3, last: 7 },
}

/** The tasks of a period may be due for so long after its data have closed. */
const STILL_DUE_DAYS = 31

export interface ProposedPeriods {
  first: Period[]
  last: Period[]
}

/** The periods a form proposes, by kind and in order; the one before that of the day where it may still be due. */
export function proposedPeriods(today: Day, kinds: readonly PeriodKind[] = periodKinds): ProposedPeriods {
  return {
    first: kinds.flatMap((kind) => periodsFrom(beginning(kind, today), PROPOSED[kind].first)),
    last: kinds.flatMap((kind) => periodsFrom(beginning(kind, today), PROPOSED[kind].last)),
  }
}

function beginning(kind: PeriodKind, today: Day): Period {
  const present = periodOf(kind, today)
  const lastDayBefore = daysAfter(dataOf(present).from, -1)
  return daysAfter(lastDayBefore, STILL_DUE_DAYS) >= today ? periodOf(kind, lastDayBefore) : present
}

function periodsFrom(first: Period, count: number): Period[] {
  const periods = [first]
  while (periods.length < count) periods.push(periodAfter(periods.at(-1)!))
  return periods
}
