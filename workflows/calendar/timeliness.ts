import type { Day } from './day.ts'

export const timelinessKinds = ['DONE_ON_TIME', 'DONE_LATE', 'IN_TIME', 'DUE_SOON', 'OVERDUE', 'OPEN_ENDED'] as const
export type Timeliness = (typeof timelinessKinds)[number]

/**
 * Where work stands against its due day; computed, never stored. Overdue begins at the midnight after the due day.
 * Open-ended work is never late, done or not.
 */
export function timeliness({
  dueOn,
  doneOn,
  today,
  dueSoonUntil,
}: {
  dueOn: Day | null
  doneOn: Day | null
  today: Day
  /** The last due day that counts as soon, seen from today. */
  dueSoonUntil: Day
}): Timeliness {
  if (!dueOn) return 'OPEN_ENDED'
  if (doneOn) return doneOn <= dueOn ? 'DONE_ON_TIME' : 'DONE_LATE'
  if (dueOn < today) return 'OVERDUE'
  return dueOn <= dueSoonUntil ? 'DUE_SOON' : 'IN_TIME'
}
