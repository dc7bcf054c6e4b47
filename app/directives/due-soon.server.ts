import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { type Timeliness, timeliness } from '#workflows/calendar/timeliness.ts'

/** How many days ahead open work counts as due soon. The working calendar takes this over with its own rule. */
const DUE_SOON_DAYS = 3

export function dueSoonUntil(today: Day): Day {
  return daysAfter(today, DUE_SOON_DAYS)
}

interface DeadlineRow {
  startOn: Day | null
  dueOn: Day | null
  stoppedOn: Day | null
  doneOn: Day | null
  settled: boolean
}

/** The timeliness of a row; null for a draft, whose clock has not begun, and for what ended without a result (revoked, discarded). */
export function timelinessOf(
  { startOn, dueOn, stoppedOn, doneOn, settled }: DeadlineRow,
  today: Day,
): Timeliness | null {
  if (dueOn && (!startOn || (settled && !doneOn))) return null
  // A clock that stands still sees the day it stopped on, and what was soon then.
  const seenOn = stoppedOn ?? today
  return timeliness({ dueOn, doneOn, today: seenOn, dueSoonUntil: dueSoonUntil(seenOn) })
}
