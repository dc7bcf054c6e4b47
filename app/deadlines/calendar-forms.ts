import { z } from 'zod'
import { type Day, daysAfter, daysBetween, daySchema, isWeekend } from '#workflows/calendar/day.ts'
import { holidays } from '#workflows/calendar/public-holidays.ts'
import type { AnnouncedRow } from './working-calendar.server.ts'

const dayKinds = ['OFF', 'MAKE_UP'] as const satisfies AnnouncedRow['kind'][]

/** An announcement names a week or two at most. */
const LONGEST_SPAN = 31

const said = {
  kind: z.enum(dayKinds),
  source: z.string().trim().min(3).max(300),
  holiday: z
    .enum(holidays)
    .nullish()
    .transform((holiday) => holiday ?? null),
}

/** What is said of one announced day; which day it is stands in the address. */
export const saidOfDaySchema = z.object(said)

/** Days that an announcement names in one line: one day, or a span of days off. */
export const newDaysSchema = z
  .object({
    ...said,
    from: daySchema,
    to: daySchema.nullish().transform((day) => day ?? null),
  })
  .superRefine(({ from, to, kind }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message })
    if (to === null) return
    if (to < from) wrong('workingCalendar:fault.endsBeforeItBegins')
    else if (kind === 'MAKE_UP') wrong('workingCalendar:fault.makeUpDayByDay')
    else if (daysBetween(from, to) >= LONGEST_SPAN) wrong('workingCalendar:fault.spanTooLong')
  })
export type NewDays = z.infer<typeof newDaysSchema>

/** Each day of a span, without the weekends in it: they are off as it is, and belong to the span only as days of a holiday. */
export function daysOf({ from, to, kind, source, holiday }: NewDays): AnnouncedRow[] {
  const all: Day[] = Array.from({ length: daysBetween(from, to ?? from) + 1 }, (_, index) => daysAfter(from, index))
  const named = to === null || holiday ? all : all.filter((day) => !isWeekend(day))
  return named.map((day) => ({ day, kind, source, holiday }))
}

/** A change of the calendar, as it is looked at, sent back by the form, and carried out. */
export const calendarEditSchema = z.object({
  put: z.array(z.object({ day: daySchema, ...said })).max(400),
  removed: z.array(daySchema).max(400),
  /** Whether what is announced already may be announced otherwise. */
  mayReplace: z.boolean(),
})
export type CalendarEdit = z.infer<typeof calendarEditSchema>

/** What is announced after the change. */
export function edited(rows: AnnouncedRow[], { put, removed }: CalendarEdit): AnnouncedRow[] {
  const gone = new Set([...removed, ...put.map(({ day }) => day)])
  return [...rows.filter(({ day }) => !gone.has(day)), ...put].sort((one, other) => (one.day < other.day ? -1 : 1))
}
