import { csvText } from '#app/platform/csv.ts'
import { COLUMN_NAMES, COLUMNS } from './columns.ts'

/** The file to fill in: the heads, and lines that show what is meant. */
export function importTemplate(): string {
  return csvText([
    COLUMN_NAMES.map((name) => COLUMNS[name][0]),
    ['03/02/2027', '09/02/2027', 'Nghỉ', 'Tết Nguyên đán', 'Thông báo số …/TB-BNV ngày …'],
    ['02/01/2027', '', 'Làm bù', '', 'Công văn số …/VPCP-KGVX ngày …'],
  ])
}
