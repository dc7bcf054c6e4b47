import { type Day, daysAfter } from './day.ts'
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** The nth working day after a day; n from 1. */
export function workingDaysAfter(calendar: WorkingCalendar, day: Day, n: number): Day {
  return nthWorkingDay(calendar, day, n, 1)
}

/** The nth working day before a day; n from 1. */
export function workingDaysBefore(calendar: WorkingCalendar, day: Day, n: number): Day {
  return nthWorkingDay(calendar, day, n, -1)
}

/** The day itself where it is worked, else the last working day before it. */
export function workedOrBefore(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : workingDaysBefore(calendar, day, 1)
}

/** How many days are worked from one day on, up to another and without it. */
export function countWorkingDays(calendar: WorkingCalendar, first: Day, until: Day): number {
  let count = 0
  for (let day = first; day < until; day = daysAfter(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}

function nthWorkingDay(calendar: WorkingCalendar, from: Day, n: number, direction: 1 | -1): Day {
  let day = from
  for (let left = n; left > 0;) {
    day = daysAfter(day, direction)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}
