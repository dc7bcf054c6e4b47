import { type CsvFile, readCsv } from '#app/platform/csv-read.ts'
import { COLUMN_NAMES, columnOf, type ColumnName, REQUIRED_COLUMNS } from './columns.ts'

/** A staff list is some thousands of lines. */
const MOST_LINES = 20_000

/** A staff list; its faults are keys of `organisation:importFault`. */
export function readStaffList(bytes: Uint8Array): CsvFile<ColumnName> {
  return readCsv(bytes, { names: COLUMN_NAMES, required: REQUIRED_COLUMNS, columnOf, mostLines: MOST_LINES })
}
