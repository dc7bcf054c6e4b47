import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { type Timeliness, timeliness } from '#workflows/calendar/timeliness.ts'

/** How many days ahead open work counts as due soon. The working calendar takes this over with its own rule. */
const DUE_SOON_DAYS = 3

export function dueSoonUntil(today: Day): Day {
  return daysAfter(today, DUE_SOON_DAYS)
}

interface DeadlineRow {
  startOn: Day | null
  dueOn: Day | null
  dueHour?: Hour | null
  stoppedOn: Day | null
  /** At which it was stopped; of a result that was accepted, at which that was passed up. */
  stoppedHour?: Hour | null
  doneOn: Day | null
  settled: boolean
}

/** The timeliness of a row; null for a draft, whose clock has not begun, and for what ended without a result (revoked, discarded). */
export function timelinessOf(
  { startOn, dueOn, dueHour = null, stoppedOn, stoppedHour = null, doneOn, settled }: DeadlineRow,
  today: Day,
  hour?: Hour,
): Timeliness | null {
  if (dueOn && (!startOn || (settled && !doneOn))) return null
  // A clock that stands still sees the day and the hour it stopped at, and what was soon then.
  const seen = stoppedOn ? { today: stoppedOn, hour: stoppedHour } : { today, hour }
  return timeliness({
    dueOn,
    dueHour,
    doneOn,
    doneHour: stoppedHour,
    ...seen,
    dueSoonUntil: dueSoonUntil(seen.today),
  })
}
