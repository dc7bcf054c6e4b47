import { type Actor } from '#workflows/actor.ts'
import { type Day, daysAfter, daySchema } from '#workflows/calendar/day.ts'
import { headedUnits, periodOf, type ReportKind, type ReportQuestion } from './report-kinds.ts'

/**
 * What is asked for in an address. Without a day it is yesterday, the last one that is over; without a unit that which they head, or
 * none for who reads those of all.
 */
export function questionFrom(
  url: URL,
  { kind, by, today }: { kind: ReportKind; by: Actor; today: Day },
): ReportQuestion {
  const day = daySchema.safeParse(url.searchParams.get('day'))
  const unitId = url.searchParams.get('unit') || headedUnits(by)[0]
  return {
    kind,
    unitId: (kind === 'weekly' && unitId) || null,
    period: periodOf(kind, url.searchParams.get('period')),
    day: day.success && day.data <= today ? day.data : daysAfter(today, -1),
  }
}

export function reportPath({ kind, unitId, period, day }: ReportQuestion): string {
  return `/reports/${kind}?${searchOf({ kind, unitId, period, day })}`
}

export function reportFilePath(question: ReportQuestion, format: string): string {
  return `/reports/${question.kind}/file?${searchOf(question)}&format=${format}`
}

function searchOf({ kind, unitId, period, day }: ReportQuestion): string {
  const search = new URLSearchParams({ day })
  if (unitId) search.set('unit', unitId)
  if (kind === 'performance') search.set('period', period)
  return search.toString()
}
