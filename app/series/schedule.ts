import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { dueDayOf } from '#workflows/calendar/due-rule.ts'
import { dataOf, type Period, periodAfter } from '#workflows/calendar/periods.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'

/** When the periods of a series come. */
export interface Schedule {
  firstPeriod: Period
  lastPeriod: Period | null
  lastOpened: Period | null
  dueAfterDays: number
  opensBeforeDays: number
}

export interface PlannedPeriod {
  period: Period
  from: Day
  closesOn: Day
  opensOn: Day
  dueOn: Day
}

/** The first period that was not opened yet; null after the last. */
export function nextPeriodOf({ firstPeriod, lastPeriod, lastOpened }: Schedule): Period | null {
  const next = lastOpened ? periodAfter(lastOpened) : firstPeriod
  return lastPeriod && next > lastPeriod ? null : next
}

/** The next period where its day of opening has come: those missed meanwhile are opened one after the other, the oldest first. */
export function periodDueToOpen(schedule: Schedule, today: Day): Period | null {
  const next = nextPeriodOf(schedule)
  return next && opensOn(schedule, next) <= today ? next : null
}

/** The task is due so many days after the data of its period close; on a day off, on the next day that is worked. */
export function dueDayIn({ dueAfterDays }: Schedule, period: Period, calendar: WorkingCalendar): Day {
  const { to } = dataOf(period)
  // A period in days always has its last day.
  return dueDayOf({ kind: 'CALENDAR_DAYS', days: dueAfterDays }, to, calendar)!
}

/** The periods to come, as they will be opened while nothing changes. */
export function periodsAhead(schedule: Schedule, calendar: WorkingCalendar, most: number): PlannedPeriod[] {
  const ahead: PlannedPeriod[] = []
  let period = nextPeriodOf(schedule)
  while (period && ahead.length < most) {
    const { from, to } = dataOf(period)
    ahead.push({
      period,
      from,
      closesOn: to,
      opensOn: opensOn(schedule, period),
      dueOn: dueDayIn(schedule, period, calendar),
    })
    period = nextPeriodOf({ ...schedule, lastOpened: period })
  }
  return ahead
}

function opensOn({ opensBeforeDays }: Schedule, period: Period): Day {
  return daysAfter(dataOf(period).to, -opensBeforeDays)
}
