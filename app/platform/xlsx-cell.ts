/** What a cell of a workbook holds. There is no kind for a formula: nothing we write can become one. */
export type XlsxCell = string | number | { day: string } | null

/** Excel takes 1900 for a leap year: counted from 30 December 1899 its numbers are right from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_LENGTH = 24 * 3_600_000
export const FIRST_DAY_NUMBER = 61
const LAST_DAY_NUMBER = 2_958_465
/** Workbooks of old Macs count from 1904. */
export const DAYS_TO_1904 = 1462

/** '2026-11-22' as the number a date cell holds. */
export function dayNumber(day: string): number {
  return (Date.parse(day) - DAY_ZERO) / DAY_LENGTH
}

/** The day a date cell shows, whatever its hour; null when it is none that both Excel and the calendar know. */
export function dayOfNumber(number: number): string | null {
  const whole = Math.floor(number)
  if (!(whole >= FIRST_DAY_NUMBER && whole <= LAST_DAY_NUMBER)) return null
  return new Date(DAY_ZERO + whole * DAY_LENGTH).toISOString().slice(0, 10)
}

/** 1 as A, 27 as AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** 'AB12' as 28; null when the reference is none. */
export function columnOfReference(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  return letters ? [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) : null
}

/** As much as Excel lets a cell hold; with more it would call the whole file damaged. */
const MOST_CHARACTERS = 32_767

/**
 * Text as it stands in the XML of a cell: shortened to what a cell holds, without the characters XML does not know, with
 * carriage returns and Excel's own escapes written so that they come back as they were.
 */
export function cellXml(text: string): string {
  const held = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text
  return escapeXml(held.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))
}

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '')
    .replace(/[&<>"\r]/g, (mark) => ESCAPED[mark]!)
}

const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** Excel's escapes in a text it wrote: `_x000D_` is a carriage return. */
export function unescapeCell(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
