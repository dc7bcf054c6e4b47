import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import type { Bar } from '#app/ui/bar-chart.tsx'
import type { ChartGroup, ChartSeries } from '#app/ui/column-chart.tsx'

/** A report in words: the screen, the Word file and the workbook show the same. */
export interface Report {
  title: string
  /** Of which days its data are, one sentence a line. */
  about: string[]
  /** The unit that reports; null where the organ does. */
  unit: string | null
  /** What follows BC- in the number. */
  symbol: string
  sections: ReportSection[]
}

export interface ReportSection {
  heading: string
  columns: ReportColumn[]
  rows: XlsxCell[][]
  /** Where only the first rows were asked for: how many there are. */
  count?: number
  /** Said in place of a table without rows. */
  empty: string
  /** On the screen, above the table; paper has the table alone. */
  picture?: ReportPicture | undefined
}

export type ReportPicture =
  | { kind: 'columns'; title: string; description: string; groups: ChartGroup[]; series: ChartSeries[] }
  | { kind: 'bars'; title: string; bars: Bar[] }

export interface ReportColumn {
  head: string
  /** The width, in parts of the whole. */
  parts: number
  numeric?: boolean
  /** Its cell names the row. */
  names?: boolean
}

/** More is looked at in the workbook, which has every row. */
export const MOST_SHOWN = 300

export function rowCount({ rows, count = rows.length }: ReportSection): number {
  return count
}

export function shownRows(section: ReportSection): string[][] {
  return section.rows.slice(0, MOST_SHOWN).map((row) => row.map(cellWords))
}

function cellWords(cell: XlsxCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell)
  return typeof cell === 'string' ? cell : formatDay(cell.day)
}
