/**
 * Rows as a CSV text that Excel opens right in Vietnamese: with a byte order mark, semicolons and CRLF.
 * Text somebody typed must not become a formula on the reader's machine, so what could begin one is led by an apostrophe.
 */
export function csvText(rows: string[][]): string {
  return `${BYTE_ORDER_MARK}${csvLines(rows)}`
}

const BYTE_ORDER_MARK = '\uFEFF'

/** The same without the mark: the further parts of a long export. */
export function csvLines(rows: string[][]): string {
  return rows.map((row) => `${row.map(cellText).join(';')}\r\n`).join('')
}

function cellText(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What `csvText` put before a cell is taken off again, so that an export can be read back in. */
export function withoutFormulaGuard(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}
