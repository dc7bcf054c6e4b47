import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnsOf, type Row, type Rows, type Table, tableNames } from './tables.ts'

/** Rows as COPY reads them, one line each. A text is a tenth of the object it was made from. */
export type Lines = Record<Table, string[]>

export function noLines(): Lines {
  return Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as Lines
}

export function addLines(lines: Lines, rows: Rows): void {
  for (const table of tableNames) {
    for (const row of rows[table] ?? []) lines[table].push(lineOf(table, row))
  }
}

/** Writes the lines of every table in one transaction, tables that others point to first. */
export async function copyLines(client: pg.Client, lines: Lines): Promise<void> {
  await client.query('begin')
  for (const table of tableNames) await copyTable(client, table, lines[table])
  await client.query('commit')
}

async function copyTable(client: pg.Client, table: Table, lines: string[]): Promise<void> {
  if (lines.length === 0) return
  const columns = columnsOf(table).map((column) => `"${column}"`)
  // Ids begin with their moment: in a real office the rows of many tasks lie side by side in the order they came about.
  if (columns[0] === '"id"' || columns[0] === '"step_id"') lines.sort()
  const stream = client.query(copyFrom(`copy "${table}" (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(inBlocks(lines)), stream)
}

const LINES_A_BLOCK = 500

function* inBlocks(lines: string[]): Generator<string> {
  for (let start = 0; start < lines.length; start += LINES_A_BLOCK) {
    yield lines.slice(start, start + LINES_A_BLOCK).join('')
  }
}

function lineOf(table: Table, row: Row): string {
  let line = ''
  for (const column of columnsOf(table)) line += `${line === '' ? '' : '\t'}${copyText(row[column])}`
  return `${line}\n`
}

/** A value in COPY's text format. */
function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map(String).join(',')}}`)
  return escaped(JSON.stringify(value))
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char]!) : text
}
