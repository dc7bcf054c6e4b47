import type { Readable } from 'node:stream'
import { sourceKinds, urgencies } from '#app/directives/forms.ts'
import { vi } from '#app/i18n/vi.ts'
import { db } from '#app/platform/db.server.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import { writeXlsx } from '#app/platform/xlsx-write.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { COLUMN_NAMES, COLUMNS, EXAMPLE_CONTENT, OPEN_ENDED_WORDS, type ColumnName } from './columns.ts'
import { readKnownOffice, type Named } from './known-office.server.ts'

const CHOICES_SHEET = 'Danh mục'

const WIDTHS: Partial<Record<ColumnName, number>> = { subject: 40, content: 60, issuingOrgan: 24, directingLeader: 24 }

/** The workbook to fill in: the heads, a row that shows what is meant, and on a second sheet whom and what may be chosen. */
export async function importTemplate(organId: string, today: Day): Promise<Readable> {
  const { units, leaders, followers, fields } = await readKnownOffice(db, organId, today)
  const open = (known: Named[]) => known.filter(({ isOpen }) => isOpen).map(({ label }) => label)
  const lists: Partial<Record<ColumnName, string[]>> = {
    leadUnit: open(units),
    directingLeader: open(leaders),
    follower: open(followers),
    ...(fields.length > 0 && { field: fields }),
    sourceKind: sourceKinds.map((kind) => vi.directives.sourceKind[kind]),
    urgency: urgencies.map((urgency) => vi.directives.urgency[urgency]),
    dueOn: [OPEN_ENDED_WORDS],
  }
  const listed = COLUMN_NAMES.filter((name) => lists[name])
  const columns = COLUMN_NAMES.map((name) => {
    const values = lists[name]
    const choices = values && { sheet: CHOICES_SHEET, column: listed.indexOf(name) + 1, count: values.length }
    return { head: COLUMNS[name][0], width: WIDTHS[name] ?? 18, ...(choices && { choices }) }
  })
  const longest = Math.max(...listed.map((name) => lists[name]!.length))
  const choiceRows = Array.from({ length: longest }, (_, index) => listed.map((name) => lists[name]![index] ?? null))
  return writeXlsx([
    { name: 'Nhiệm vụ', columns, rows: [exampleRow(lists, today)] },
    {
      name: CHOICES_SHEET,
      columns: listed.map((name) => ({ head: COLUMNS[name][0], width: 28 })),
      rows: choiceRows,
    },
  ])
}

function exampleRow(lists: Partial<Record<ColumnName, string[]>>, today: Day): XlsxCell[] {
  const example: Partial<Record<ColumnName, XlsxCell>> = {
    symbol: '15/TB-UBDT',
    signedOn: { day: today },
    signer: 'Bộ trưởng, Chủ nhiệm',
    issuingOrgan: 'Ủy ban Dân tộc',
    subject: 'Thông báo kết luận cuộc họp',
    content: EXAMPLE_CONTENT,
    expectedProduct: 'Báo cáo',
    dueOn: { day: today },
  }
  return COLUMN_NAMES.map((name) => example[name] ?? lists[name]?.[0] ?? null)
}
