import { type Choice, readFilterChoices } from '#app/directives/choices.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import { makeReport } from './make-report.server.ts'
import { MOST_SHOWN, type Report, rowCount, shownRows } from './report.ts'
import { questionFrom } from './report-address.ts'
import { hasReports, headedUnits, isReportKind, type ReportQuestion, reportsForOrgan } from './report-kinds.ts'
import type { ShownSection } from './shown-section.ts'

interface Preview {
  question: ReportQuestion
  /** Null until a unit is chosen. */
  report: (Omit<Report, 'sections'> & { sections: ShownSection[] }) | null
  /** Whose reports they may read. */
  units: Choice[]
  today: Day
}

/** The page of a report. @throws NotFound for another kind, else as `makeReport` */
export async function previewReport({
  kind,
  url,
  by,
  seen,
  t,
}: {
  kind: string | undefined
  url: URL
  by: Actor
  /** The day and the hour it is asked for at. */
  seen: { today: Day; hour: Hour }
  t: Translate
}): Promise<Preview> {
  if (!isReportKind(kind)) throw new NotFound()
  if (!hasReports(by)) throw new Refused('reports:errors.notYours')
  const { today } = seen
  const question = questionFrom(url, { kind, by, today })
  const units = kind === 'weekly' ? await unitsOf(by, today) : []
  if (kind === 'weekly' && !question.unitId) return { question, report: null, units, today }
  const report = await makeReport({ question, by, t, seen, most: MOST_SHOWN })
  const sections = report.sections.map((section) => ({
    ...section,
    rows: shownRows(section),
    count: rowCount(section),
  }))
  return { question, report: { ...report, sections }, units, today }
}

async function unitsOf(by: Actor, today: Day): Promise<Choice[]> {
  const { units } = await readFilterChoices(by.organId, today)
  if (reportsForOrgan(by)) return units
  const headed = headedUnits(by)
  return units.filter(({ value }) => headed.includes(value))
}
