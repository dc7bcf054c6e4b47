import type { Day } from '#workflows/calendar/day.ts'
import type { DerivedDay } from '#workflows/calendar/due-rule.ts'
import type { Rest } from '#workflows/calendar/working-calendar.ts'

/** Days next to one another of which the same is to be said; mostly one alone. */
export interface DerivedRun {
  first: Day
  last: Day
  /** Their numbers in the period; null where they do not count. */
  counts: { first: number; last: number } | null
  rest: Rest | null
}

/** A derivation in as few lines as say it: working weeks and weekends as one each, a holiday and the due day by themselves. */
export function derivedRuns(days: DerivedDay[]): DerivedRun[] {
  const runs: DerivedRun[] = []
  days.forEach(({ day, count, rest }, index) => {
    const run = runs.at(-1)
    const isDueDay = index === days.length - 1
    if (run && !isDueDay && isSame(run, { count, rest })) {
      run.last = day
      if (run.counts && count !== null) run.counts.last = count
    } else {
      runs.push({ first: day, last: day, counts: count === null ? null : { first: count, last: count }, rest })
    }
  })
  return runs
}

function isSame(run: DerivedRun, { count, rest }: Omit<DerivedDay, 'day'>): boolean {
  const isPlain = rest === null || rest === 'weekend'
  return isPlain && run.rest === rest && (run.counts === null) === (count === null)
}
