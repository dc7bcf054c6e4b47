import { CsvError, parse } from 'csv-parse/sync'
import { withoutFormulaGuard } from '#app/platform/csv.ts'
import { COLUMN_NAMES, columnOf, REQUIRED_COLUMNS, type ColumnName } from './columns.ts'

/** Why a line (or the whole file, on line 1) cannot be taken: a key of `organisation:importFault`, with its values. */
export interface LineFault {
  line: number
  code: string
  values: Record<string, string | number>
}

export interface CsvLine {
  /** As the person sees it in their program, from 1. */
  line: number
  cells: Record<ColumnName, string>
}

export interface CsvFile {
  lines: CsvLine[]
  faults: LineFault[]
}

/** A staff list is some thousands of lines. */
const MOST_LINES = 20_000

/** Reads UTF-8, with or without byte order mark, divided by semicolons, commas or tabs. */
export function readCsv(bytes: Uint8Array): CsvFile {
  const text = decode(bytes)
  if (text === null) return wholeFile('notUtf8')
  let records: { line: number; cells: string[] }[]
  try {
    records = recordsOf(text)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { lines: [], faults: [{ line: Number(error.lines) || 1, code: 'brokenQuotes', values: {} }] }
  }
  const [head, ...body] = records
  if (!head || body.length === 0) return wholeFile('empty')
  if (body.length > MOST_LINES) return wholeFile('tooManyLines', { maximum: MOST_LINES })

  const columns = head.cells.map(columnOf)
  const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name))
  if (missing) return wholeFile('columnMissing', { column: missing })
  return sorted(body, columns)
}

function sorted(body: { line: number; cells: string[] }[], columns: (ColumnName | null)[]): CsvFile {
  const file: CsvFile = { lines: [], faults: [] }
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell === '')) continue
    if (cells.length !== columns.length) {
      file.faults.push({ line, code: 'cellCount', values: { expected: columns.length, found: cells.length } })
      continue
    }
    file.lines.push({ line, cells: named(cells, columns) })
  }
  return file
}

function named(cells: string[], columns: (ColumnName | null)[]): Record<ColumnName, string> {
  const entries = COLUMN_NAMES.map((name) => {
    const index = columns.indexOf(name)
    return [name, withoutFormulaGuard(cells[index] ?? '').normalize('NFC')]
  })
  return Object.fromEntries(entries) as Record<ColumnName, string>
}

function recordsOf(text: string): { line: number; cells: string[] }[] {
  const parsed = parse(text, {
    delimiter: dividerOf(text),
    trim: true,
    relax_column_count: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  // The parser tells where a record ends; with line breaks inside quotes it began further up.
  return parsed.map(({ record, info }) => ({
    line: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0),
    cells: record,
  }))
}

function dividerOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const counted = [';', ',', '\t'].map((divider) => ({ divider, count: head.split(divider).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).divider
}

function decode(bytes: Uint8Array): string | null {
  try {
    // The decoder takes the byte order mark off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function wholeFile(code: string, values: Record<string, string | number> = {}): CsvFile {
  return { lines: [], faults: [{ line: 1, code, values }] }
}
