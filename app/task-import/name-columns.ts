import type { XlsxRow, XlsxValue } from '#app/platform/xlsx-read.server.ts'
import { COLUMN_NAMES, columnOf, REQUIRED_COLUMNS, type ColumnName } from './columns.ts'

/** Why something cannot be taken: a key of `taskImports:fault`, with its values, and the cell it is in. A type and no interface, so that it may lie in a column of JSON. */
export type Fault = {
  row: number
  /** The number of the column in the file; null for the row as such. */
  column: number | null
  code: string
  values: Record<string, string | number>
}

export interface NamedRow {
  row: number
  cells: Partial<Record<ColumnName, XlsxValue>>
}

export interface NamedRows {
  rows: NamedRow[]
  /** Where each column stands in the file. */
  places: Map<ColumnName, number>
  faults: Fault[]
}

/** The head may stand below a title or two. */
const HEAD_WITHIN = 10

/** Finds the head of the table, and names the cells of the rows below it. */
export function nameColumns(rows: XlsxRow[]): NamedRows {
  const heads = rows.slice(0, HEAD_WITHIN).map((row) => ({ row, columns: columnsIn(row) }))
  const head = heads.reduce<(typeof heads)[number] | undefined>(
    (best, each) => (each.columns.length > (best?.columns.length ?? 0) ? each : best),
    undefined,
  )
  if (!head) return wholeFile('headMissing')
  const { number } = head.row
  const places = new Map<ColumnName, number>()
  const faults: Fault[] = []
  for (const { name, column } of head.columns) {
    if (places.has(name)) faults.push({ row: number, column, code: 'columnTwice', values: {} })
    else places.set(name, column)
  }
  const missing = REQUIRED_COLUMNS.filter((name) => !places.has(name))
  faults.push(
    ...missing.map((name) => ({ row: number, column: null, code: 'columnMissing', values: { column: name } })),
  )
  const below = rows.filter((row) => row.number > number).map((row) => named(row, places))
  const filled = below.filter(({ cells }) => Object.keys(cells).length > 0)
  if (filled.length === 0 && faults.length === 0) return wholeFile('noRows')
  return { rows: faults.length > 0 ? [] : filled, places, faults }
}

function columnsIn({ cells }: XlsxRow): { name: ColumnName; column: number }[] {
  return [...cells].flatMap(([column, value]) => {
    const name = value.kind === 'text' ? columnOf(value.text) : null
    return name ? [{ name, column }] : []
  })
}

function named({ number, cells }: XlsxRow, places: Map<ColumnName, number>): NamedRow {
  const entries = COLUMN_NAMES.flatMap((name) => {
    const value = cells.get(places.get(name) ?? 0)
    return value ? [[name, value]] : []
  })
  return { row: number, cells: Object.fromEntries(entries) as NamedRow['cells'] }
}

function wholeFile(code: string): NamedRows {
  return { rows: [], places: new Map(), faults: [{ row: 1, column: null, code, values: {} }] }
}
