import type { Told } from '#app/notices/tell.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { countWorkingDays } from '#workflows/calendar/working-days.ts'
import { levelOf, type Stage } from '#workflows/reminders/policy.ts'

/**
 * What a stage says when it is told: how it stands today and not how it stood when the stage came, for it may be told later, and
 * what is due on a day off is reminded of before.
 */
export function reminderNotice(
  stage: Stage,
  dueOn: Day,
  { today, calendar }: { today: Day; calendar: WorkingCalendar },
): Pick<Told, 'kind' | 'values'> {
  if (today < dueOn) {
    return { kind: 'reminderBefore', values: { days: countWorkingDays(calendar, today, dueOn), dueOn } }
  }
  if (today === dueOn) return { kind: 'reminderOnDay', values: { dueOn } }
  const days = countWorkingDays(calendar, daysAfter(dueOn, 1), daysAfter(today, 1))
  return { kind: 'overdue', values: { days, level: levelOf(stage), dueOn } }
}
