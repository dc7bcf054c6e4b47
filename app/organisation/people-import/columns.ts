import { foldVietnamese } from '#app/i18n/fold.ts'
import type { PostRole } from '#workflows/actor.ts'
import { POST_ROLES } from '../post-rules.ts'

/** The columns of the file, by the heads the template has and by shorter ones people write. One line is one post. */
export const COLUMNS = {
  personCode: ['Mã người', 'ma nhan vien', 'person code'],
  fullName: ['Họ và tên', 'ho ten', 'full name'],
  email: ['Thư điện tử', 'email'],
  phone: ['Điện thoại', 'so dien thoai', 'phone'],
  unit: ['Đơn vị', 'unit'],
  role: ['Vai trò', 'role'],
  title: ['Chức danh', 'chuc vu', 'title'],
  assists: ['Trợ lý của (mã người)', 'tro ly cua', 'assists'],
  validFrom: ['Từ ngày', 'valid from'],
  validTo: ['Đến ngày', 'valid to'],
} as const

export type ColumnName = keyof typeof COLUMNS

export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[]

export const REQUIRED_COLUMNS: ColumnName[] = ['personCode', 'fullName', 'role', 'title', 'validFrom']

export function columnOf(head: string): ColumnName | null {
  const folded = foldVietnamese(head)
  return COLUMN_NAMES.find((name) => COLUMNS[name].some((known) => foldVietnamese(known) === folded)) ?? null
}

const ROLE_WORDS: Record<PostRole, string[]> = {
  LEADER: ['lanh dao co quan', 'lanh dao'],
  ASSISTANT: ['tro ly', 'thu ky', 'tro ly lanh dao'],
  UNIT_HEAD: ['truong don vi', 'cap truong'],
  DEPUTY_HEAD: ['pho don vi', 'cap pho', 'pho truong don vi'],
  OFFICER: ['chuyen vien'],
  SECRETARIAT: ['tong hop', 'theo doi, tong hop'],
  REGISTRY: ['van thu'],
  LEGAL: ['phap che'],
  ADMIN: ['quan tri', 'quan tri he thong'],
}

/** A role by its code or by the office's word, with or without diacritics. */
export function roleOf(text: string): PostRole | null {
  const folded = foldVietnamese(text)
  return POST_ROLES.find((role) => role.toLowerCase() === folded || ROLE_WORDS[role].includes(folded)) ?? null
}
