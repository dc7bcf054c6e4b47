import { worksAs } from '#app/absences/works-as.ts'
import { type Actor, headPost, namesOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type DataPeriodKind, dataPeriodKinds } from './data-periods.ts'

export const reportKinds = ['weekly', 'monthly', 'performance'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What a report is asked for with: of a unit for a week, or of the organ. */
export interface ReportQuestion {
  kind: ReportKind
  /** Of a weekly report; null for those of the organ. */
  unitId: string | null
  period: DataPeriodKind
  /** The last day whose data go into it; it says which period is meant, too. */
  day: Day
}

/** Leaders and the secretariat report for the organ, and read what any unit reports. */
export function reportsForOrgan(actor: Actor): boolean {
  return worksAs(actor, 'LEADER', 'SECRETARIAT')
}

/** The units whose heads or deputies they are, or stand in for. */
export function headedUnits(actor: Actor): string[] {
  const ids = namesOf(actor, { restricted: false }).flatMap((as) =>
    as.posts.flatMap(({ unitId }) => (unitId && headPost(as, unitId) ? [unitId] : [])),
  )
  return [...new Set(ids)]
}

export function hasReports(actor: Actor): boolean {
  return reportsForOrgan(actor) || headedUnits(actor).length > 0
}

export function mayRead(actor: Actor, { kind, unitId }: Pick<ReportQuestion, 'kind' | 'unitId'>): boolean {
  if (reportsForOrgan(actor)) return true
  return kind === 'weekly' && unitId !== null && headedUnits(actor).includes(unitId)
}

export function isReportKind(text: string | undefined): text is ReportKind {
  return (reportKinds as readonly string[]).includes(text ?? '')
}

/** What each kind is made over; only the figures of performance are for whatever period one likes. */
export function periodOf(kind: ReportKind, asked: string | null): DataPeriodKind {
  if (kind === 'weekly') return 'week'
  if (kind === 'monthly') return 'month'
  return dataPeriodKinds.find((each) => each === asked) ?? 'quarter'
}
