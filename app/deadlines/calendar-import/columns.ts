import { foldVietnamese } from '#app/i18n/fold.ts'
import type { Holiday } from '#workflows/calendar/public-holidays.ts'
import type { AnnouncedRow } from '../working-calendar.server.ts'

/** The columns of the file, by the heads the template has and by shorter ones people write. */
export const COLUMNS = {
  from: ['Ngày', 'từ ngày', 'day'],
  to: ['Đến ngày', 'đến hết ngày', 'to'],
  kind: ['Loại', 'loại ngày', 'kind'],
  holiday: ['Dịp lễ', 'thuộc dịp lễ', 'holiday'],
  source: ['Theo văn bản', 'văn bản', 'nguồn', 'source'],
} as const
export type ColumnName = keyof typeof COLUMNS

export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[]
export const REQUIRED_COLUMNS: ColumnName[] = ['from', 'kind', 'source']

export function columnOf(head: string): ColumnName | null {
  return COLUMN_NAMES.find((name) => isAmong(COLUMNS[name], head)) ?? null
}

const KIND_WORDS: Record<AnnouncedRow['kind'], string[]> = {
  OFF: ['nghỉ', 'ngày nghỉ', 'off'],
  MAKE_UP: ['làm bù', 'ngày làm bù', 'make up'],
}

export function kindOf(text: string): AnnouncedRow['kind'] | null {
  return (['OFF', 'MAKE_UP'] as const).find((kind) => isAmong(KIND_WORDS[kind], text)) ?? null
}

const HOLIDAY_WORDS: Record<Holiday, string[]> = {
  newYear: ['Tết Dương lịch'],
  lunarNewYear: ['Tết Nguyên đán', 'Tết Âm lịch', 'Tết'],
  hungKings: ['Giỗ Tổ Hùng Vương', 'Giỗ Tổ'],
  reunification: ['Ngày Chiến thắng', '30/4'],
  labour: ['Ngày Quốc tế Lao động', '1/5'],
  nationalDay: ['Quốc khánh', '2/9'],
  vietnameseCulture: ['Ngày Văn hóa Việt Nam', '24/11'],
}

export function holidayOf(text: string): Holiday | null {
  const holidays = Object.keys(HOLIDAY_WORDS) as Holiday[]
  return holidays.find((holiday) => isAmong(HOLIDAY_WORDS[holiday], text)) ?? null
}

function isAmong(words: readonly string[], text: string): boolean {
  const folded = foldVietnamese(text)
  return words.some((word) => foldVietnamese(word) === folded)
}
