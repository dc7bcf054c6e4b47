import { CsvError, parse } from 'csv-parse/sync'
import { withoutFormulaGuard } from './csv.ts'

/** Why a line (or the whole file, on line 1) cannot be taken: a code of its reader's words, with its values. */
export interface LineFault {
  line: number
  code: string
  values: Record<string, string | number>
}

export interface CsvLine<Name extends string> {
  /** As the person sees it in their program, from 1. */
  line: number
  cells: Record<Name, string>
}

export interface CsvFile<Name extends string> {
  lines: CsvLine<Name>[]
  faults: LineFault[]
}

export interface CsvShape<Name extends string> {
  names: readonly Name[]
  required: readonly Name[]
  /** Which column a head is, or none of ours. */
  columnOf: (head: string) => Name | null
  mostLines: number
}

/** Reads UTF-8, with or without byte order mark, divided by semicolons, commas or tabs. */
export function readCsv<Name extends string>(bytes: Uint8Array, shape: CsvShape<Name>): CsvFile<Name> {
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
  if (body.length > shape.mostLines) return wholeFile('tooManyLines', { maximum: shape.mostLines })

  const columns = head.cells.map(shape.columnOf)
  const missing = shape.required.find((name) => !columns.includes(name))
  if (missing) return wholeFile('columnMissing', { column: missing })
  return sorted(body, columns, shape.names)
}

function sorted<Name extends string>(
  body: { line: number; cells: string[] }[],
  columns: (Name | null)[],
  names: readonly Name[],
): CsvFile<Name> {
  const file: CsvFile<Name> = { lines: [], faults: [] }
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell === '')) continue
    if (cells.length !== columns.length) {
      file.faults.push({ line, code: 'cellCount', values: { expected: columns.length, found: cells.length } })
      continue
    }
    file.lines.push({ line, cells: named(cells, columns, names) })
  }
  return file
}

function named<Name extends string>(
  cells: string[],
  columns: (Name | null)[],
  names: readonly Name[],
): Record<Name, string> {
  const entries = names.map((name) => {
    const index = columns.indexOf(name)
    return [name, withoutFormulaGuard(cells[index] ?? '').normalize('NFC')]
  })
  return Object.fromEntries(entries) as Record<Name, string>
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

function wholeFile(code: string, values: LineFault['values'] = {}): { lines: []; faults: LineFault[] } {
  return { lines: [], faults: [{ line: 1, code, values }] }
}
