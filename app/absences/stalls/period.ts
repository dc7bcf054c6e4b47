import { z } from 'zod'
import { type Day, daysAfter, daysBetween, daySchema } from '#workflows/calendar/day.ts'
import { LONGEST_DAYS, type Period } from '../forms.ts'

const asked = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < LONGEST_DAYS)

/** The days asked about in an address; next week, from Monday to Sunday, where they are none or make no sense. */
export function periodFrom({ searchParams }: URL, today: Day): Period {
  const { success, data } = asked.safeParse({ from: searchParams.get('from'), to: searchParams.get('to') })
  return success ? { fromDay: data.from, toDay: data.to } : nextWeek(today)
}

export function daysOf({ fromDay, toDay }: Period): Day[] {
  return Array.from({ length: daysBetween(fromDay, toDay) + 1 }, (_, index) => daysAfter(fromDay, index))
}

function nextWeek(today: Day): Period {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7
  const monday = daysAfter(today, 8 - weekday)
  return { fromDay: monday, toDay: daysAfter(monday, 6) }
}

/** In the address of the page and of its file. */
export function stallsPath(personId: string, suffix: '' | '.csv' = '', period?: Period): string {
  const search = period ? `?${new URLSearchParams({ from: period.fromDay, to: period.toDay })}` : ''
  return `/people/${personId}/stalls${suffix}${search}`
}
