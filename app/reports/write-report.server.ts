import { Readable } from 'node:stream'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import {
  body,
  foot,
  heading,
  line,
  ruledTable,
  titleLine,
  writeDocument,
} from '#app/official-letters/word-layout.server.ts'
import { officeDay, officeTime } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import { writeXlsx, type XlsxSheet } from '#app/platform/xlsx-write.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { makeReport } from './make-report.server.ts'
import { MOST_SHOWN, type Report, rowCount, shownRows } from './report.ts'
import type { ReportQuestion } from './report-kinds.ts'

export const reportFormats = ['docx', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]

/**
 * A report as a file, in Vietnamese whatever the language of the screen: it is a document of the office. That it was taken out is
 * recorded.
 *
 * @throws as `makeReport`
 */
export async function takeOutReport({
  question,
  format,
  by,
  at,
}: {
  question: ReportQuestion
  format: ReportFormat
  by: Actor
  at: Date
}): Promise<Readable> {
  // Only the workbook has every row.
  const most = format === 'xlsx' ? undefined : MOST_SHOWN
  const report = await makeReport({ question, by, t: translateFor('vi'), seen: officeTime(at), most })
  const organ = await db.organ.findUniqueOrThrow({ where: { id: by.organId } })
  await recordAudit(db, {
    organId: by.organId,
    actorId: by.personId,
    kind: 'listExported',
    details: { list: 'report', ...question, format },
    at,
  })
  if (format === 'xlsx') return writeXlsx(sheetsOf(report))
  return Readable.from([await writeReportDocument(report, organ, officeDay(at))])
}

/** Laid out as an official report (báo cáo); number, place and signature are left to be given. */
function writeReportDocument(
  report: Report,
  organ: { name: string; abbreviation: string },
  today: Day,
): Promise<Buffer> {
  const { title, about, unit, symbol, sections } = report
  return writeDocument([
    heading({
      parentOrgan: unit && organ.name,
      organ: unit ?? organ.name,
      symbol: `BC-${unit ? symbol : `${organ.abbreviation}-${symbol}`}`,
      place: '……………',
      day: today,
    }),
    titleLine('BÁO CÁO', { before: 360 }),
    titleLine(title, { after: 240 }),
    ...about.map((sentence) => body(sentence)),
    ...sections.flatMap((section, index) => {
      const { columns, rows, empty } = section
      return [
        line(`${index + 1}. ${section.heading}`, { bold: true, before: 240, after: 120 }),
        ...(rows.length > 0 ? [ruledTable({ columns, rows: shownRows(section), size: 20 })] : [body(empty)]),
        ...(rowCount(section) > MOST_SHOWN ? [body(cutWords(rowCount(section)))] : []),
      ]
    }),
    foot({
      recipients: ['Lãnh đạo cơ quan (để báo cáo)', 'Lưu: VT'],
      signer: { capacity: '', title: '(chức vụ người ký)' },
    }),
  ])
}

function cutWords(total: number): string {
  return translateFor('vi')('reports:cut', { shown: MOST_SHOWN, total })
}

/** A sheet a section, with every row. */
function sheetsOf({ title, about, unit, sections }: Report): XlsxSheet[] {
  return sections.map(({ heading: name, columns, rows, empty }, index) => ({
    name: `${index + 1}. ${name.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 31),
    above: [title, ...(unit ? [unit] : []), ...about, name],
    columns: columns.map(({ head, parts }) => ({ head, width: Math.max(8, Math.round(parts * 1.4)) })),
    rows: rows.length > 0 ? rows : [[empty] satisfies XlsxCell[]],
  }))
}
