import type { Day } from './day.ts'
import { type Hour, isPast } from './due-hour.ts'

export const timelinessKinds = ['DONE_ON_TIME', 'DONE_LATE', 'IN_TIME', 'DUE_SOON', 'OVERDUE', 'OPEN_ENDED'] as const
export type Timeliness = (typeof timelinessKinds)[number]

/**
 * Where work stands against its due day; computed, never stored. Overdue begins at the midnight after the due day, or once the hour
 * that is set for flash work is past.
 * Open-ended work is never late, done or not.
 */
export function timeliness({
  dueOn,
  dueHour = null,
  doneOn,
  doneHour = null,
  today,
  hour = null,
  dueSoonUntil,
}: {
  dueOn: Day | null
  dueHour?: Hour | null
  doneOn: Day | null
  /** The hour of that day at which the result was passed up. */
  doneHour?: Hour | null
  today: Day
  /** The hour it is seen at; null counts by whole days. */
  hour?: Hour | null | undefined
  /** The last due day that counts as soon, seen from today. */
  dueSoonUntil: Day
}): Timeliness {
  if (!dueOn) return 'OPEN_ENDED'
  const due = { dueOn, dueHour }
  if (doneOn) return isPast(due, { today: doneOn, hour: doneHour }) ? 'DONE_LATE' : 'DONE_ON_TIME'
  if (isPast(due, { today, hour })) return 'OVERDUE'
  return dueOn <= dueSoonUntil ? 'DUE_SOON' : 'IN_TIME'
}
