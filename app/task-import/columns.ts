import { foldVietnamese } from '#app/i18n/fold.ts'

/** The columns of the workbook, by the heads the template has and by shorter ones people write. One row is one task. */
export const COLUMNS = {
  sourceKind: ['Loại văn bản', 'source kind'],
  symbol: ['Số, ký hiệu', 'so ky hieu', 'number and symbol'],
  signedOn: ['Ngày ký', 'ngay van ban', 'signed on'],
  signer: ['Người ký', 'signer'],
  issuingOrgan: ['Cơ quan ban hành', 'issuing organ'],
  subject: ['Trích yếu', 'subject'],
  content: ['Nội dung nhiệm vụ', 'noi dung', 'task'],
  expectedProduct: ['Sản phẩm', 'product'],
  field: ['Lĩnh vực', 'field'],
  leadUnit: ['Đơn vị chủ trì', 'chu tri', 'lead unit'],
  supportingUnits: ['Đơn vị phối hợp', 'phoi hop', 'supporting units'],
  directingLeader: ['Lãnh đạo chỉ đạo', 'directing leader'],
  follower: ['Người theo dõi', 'follower'],
  urgency: ['Độ khẩn', 'urgency'],
  dueOn: ['Hạn', 'thoi han', 'due'],
} as const

export type ColumnName = keyof typeof COLUMNS

export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[]

/** Those no row may leave empty. */
export const REQUIRED_COLUMNS: ColumnName[] = [
  'sourceKind',
  'issuingOrgan',
  'subject',
  'content',
  'leadUnit',
  'directingLeader',
  'follower',
  'dueOn',
]

export function columnOf(head: string): ColumnName | null {
  const folded = foldVietnamese(head)
  return COLUMN_NAMES.find((name) => COLUMNS[name].some((known) => foldVietnamese(known) === folded)) ?? null
}

/** The task of the row that shows in the template what is meant: left standing, it must not become a draft. */
export const EXAMPLE_CONTENT = 'VÍ DỤ (xin xóa dòng này): Xây dựng báo cáo tổng hợp'

/** A task without a due day says so. */
export const OPEN_ENDED_WORDS = 'Không thời hạn'
