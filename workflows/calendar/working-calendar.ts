import { type Day, daysAfter } from './day.ts'

/**
 * Which days an office works: Monday to Friday, but for the days off and with the make-up days that are announced each year
 * (Labour Code 2019 art. 111-112; swaps by yearly notice). The announced days are data, each with its source; never a constant.
 */
export interface WorkingCalendar {
  daysOff: ReadonlySet<Day>
  /** Weekend days worked in exchange for a day off. */
  makeUpDays: ReadonlySet<Day>
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.daysOff.has(day)) return false
  return calendar.makeUpDays.has(day) || !isWeekend(day)
}

/**
 * The last day of a period of working days that begins the day after `from` (domain 7.3).
 *
 * @param count at least 1
 */
export function workingDaysAfter(calendar: WorkingCalendar, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = daysAfter(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** The day itself where it is worked, else the next one that is: where a period ends on a day off, it ends then. */
export function workingDayFrom(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : workingDaysAfter(calendar, day, 1)
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
