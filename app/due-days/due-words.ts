import { formatDay } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'

/** A due day, with the hour of it where there is one: 15:00 ngày 24/11/2026. */
export function dueWords(dueOn: Day, dueHour: Hour | null, t: Translate): string {
  return dueHour ? t('calendar:dueAtHour', { hour: dueHour, day: formatDay(dueOn) }) : formatDay(dueOn)
}

/** The same where there is little room, and in files. */
export function shortDue(dueOn: Day, dueHour: Hour | null): string {
  return dueHour ? `${dueHour} ${formatDay(dueOn)}` : formatDay(dueOn)
}
