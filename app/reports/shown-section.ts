import type { ReportColumn, ReportPicture } from './report.ts'

/** A section as the screen shows it: the words of its first rows, and how many it has. */
export interface ShownSection {
  heading: string
  columns: ReportColumn[]
  rows: string[][]
  count: number
  empty: string
  picture?: ReportPicture | undefined
}
