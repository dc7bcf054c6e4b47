import type { Timeliness } from '#workflows/calendar/timeliness.ts'

/** Of what was done and had a due day, the percent done by it, to one decimal; null where nothing was. */
export function onTimeShare({
  DONE_ON_TIME,
  DONE_LATE,
}: Pick<Record<Timeliness, number>, 'DONE_ON_TIME' | 'DONE_LATE'>) {
  const done = DONE_ON_TIME + DONE_LATE
  return done === 0 ? null : Math.round((DONE_ON_TIME / done) * 1000) / 10
}
