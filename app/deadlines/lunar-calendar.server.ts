import { CalendarVietnamese, type GregorianDate } from 'date-chinese'
import type { Day } from '#workflows/calendar/day.ts'
import type { LunarCalendar } from '#workflows/calendar/public-holidays.ts'

/** Computed at Hanoi's hours, UTC+7: the Chinese calendar, at UTC+8, has some new moons and leap months a day or a month apart. */
export const vietnameseLunarCalendar: LunarCalendar = {
  newYear(year) {
    const calendar = new CalendarVietnamese()
    calendar.fromJDE(calendar.newYear(year))
    return dayOf(calendar.toGregorian())
  },
  dayIn(year, month, day) {
    const calendar = new CalendarVietnamese()
    // Midsummer lies within the lunar year that begins in this solar one.
    calendar.fromGregorian(year, 7, 1)
    const [cycle, yearOfCycle] = calendar.get() as [number, number]
    calendar.set(cycle, yearOfCycle, month, false, day)
    return dayOf(calendar.toGregorian())
  },
}

function dayOf({ year, month, day }: GregorianDate): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
