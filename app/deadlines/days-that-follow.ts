import type { Day } from '#workflows/calendar/day.ts'
import { isWorkingDay, type WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

/** Days that no line of a change names and that become others by it. */
export interface DaysThatFollow {
  worked: Day[]
  off: Day[]
}

/**
 * What follows from a change without being named in it: once a day of a holiday is announced for a year, those expected of that
 * holiday are worked; with the last announced one gone they are off again.
 */
export function daysThatFollow(
  before: WorkingCalendar,
  after: WorkingCalendar,
  named: ReadonlySet<Day>,
): DaysThatFollow {
  const days = [...new Set([...before.daysOff.keys(), ...after.daysOff.keys()])].filter((day) => !named.has(day)).sort()
  const changed = days.filter((day) => isWorkingDay(before, day) !== isWorkingDay(after, day))
  return {
    worked: changed.filter((day) => isWorkingDay(after, day)),
    off: changed.filter((day) => !isWorkingDay(after, day)),
  }
}
