import { csvText } from '#app/platform/csv.ts'
import { COLUMN_NAMES, COLUMNS } from './columns.ts'

/** The file to fill in: the heads, and three lines that show what is meant. */
export function importTemplate(): string {
  return csvText([
    COLUMN_NAMES.map((name) => COLUMNS[name][0]),
    [
      'CB001',
      'Nguyễn Thị Mẫu',
      'mau@coquan.vn',
      '024 0000 0001',
      '',
      'Lãnh đạo cơ quan',
      'Phó Chủ nhiệm',
      '',
      '01/01/2026',
      '',
    ],
    ['CB002', 'Trần Văn Thử', '', '', 'PC', 'Trưởng đơn vị', 'Vụ trưởng Vụ Pháp chế', '', '01/01/2026', ''],
    ['CB003', 'Lê Ví Dụ', '', '', 'VP', 'Trợ lý', 'Trợ lý Phó Chủ nhiệm', 'CB001', '01/01/2026', '31/12/2026'],
  ])
}
