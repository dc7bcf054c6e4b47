/** Reads the first sheet of a workbook that somebody filled in: what a cell says, and nothing it would compute. */
import { posix } from 'node:path'
import { columnOfReference, DAYS_TO_1904, dayOfNumber, unescapeCell } from './xlsx-cell.ts'
import { UnreadableXlsx, withXlsxPackage, type XlsxPackage } from './xlsx-package.server.ts'

export interface XlsxRow {
  /** As the person sees it, from 1. */
  number: number
  /** By column, from 1; empty cells are left out. */
  cells: Map<number, XlsxValue>
}

export type XlsxValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; text: string }
  | { kind: 'day'; day: string }
  /** Its last result is in the file, but it may be of another day, or written by hand. */
  | { kind: 'formula' }
  /** #N/A and its like. */
  | { kind: 'error'; text: string }
  | { kind: 'boolean'; text: string }

interface ReadLimits {
  mostRows: number
  /** What stands further to the right is not looked at. */
  mostColumns: number
}

/** The rows that hold anything. @throws UnreadableXlsx when the file is no workbook, or holds too much */
export function readXlsx(source: string | Buffer, limits: ReadLimits): Promise<XlsxRow[]> {
  return withXlsxPackage(source, async (parts) => {
    const workbook = await readWorkbook(parts)
    const texts = parts.has(workbook.texts) ? await readTexts(parts, workbook.texts) : []
    const dayStyles = parts.has(workbook.styles) ? await readDayStyles(parts, workbook.styles) : new Set<number>()
    return readSheet(parts, { path: workbook.sheet, texts, dayStyles, countsFrom1904: workbook.countsFrom1904, limits })
  })
}

interface Workbook {
  sheet: string
  texts: string
  styles: string
  countsFrom1904: boolean
}

async function readWorkbook(parts: XlsxPackage): Promise<Workbook> {
  const root = await readRelations(parts, '_rels/.rels', '')
  const path = root.byKind.get('officeDocument')
  if (path === undefined) throw new UnreadableXlsx('notAWorkbook')
  const folder = posix.dirname(path)
  const related = await readRelations(parts, `${folder}/_rels/${posix.basename(path)}.rels`, folder)
  let firstSheetId: string | undefined
  let countsFrom1904 = false
  await parts.read(path, {
    open(name, { id, state, date1904 }) {
      if (name === 'sheet' && (state ?? 'visible') === 'visible') firstSheetId ??= id
      if (name === 'workbookPr') countsFrom1904 = date1904 === '1' || date1904 === 'true'
    },
  })
  const sheet = related.byId.get(firstSheetId ?? '')
  if (sheet === undefined) throw new UnreadableXlsx('notAWorkbook')
  const { byKind } = related
  return { sheet, texts: byKind.get('sharedStrings') ?? '', styles: byKind.get('styles') ?? '', countsFrom1904 }
}

async function readRelations(parts: XlsxPackage, path: string, folder: string) {
  const byId = new Map<string, string>()
  const byKind = new Map<string, string>()
  await parts.read(path, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      byId.set(Id, target)
      byKind.set(Type.slice(Type.lastIndexOf('/') + 1), target)
    },
  })
  return { byId, byKind }
}

/** The texts that cells name by number. */
async function readTexts(parts: XlsxPackage, path: string): Promise<string[]> {
  const texts: string[] = []
  const reader = textReader()
  await parts.read(path, {
    open(name) {
      if (name === 'si') reader.begin()
      reader.open(name)
    },
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name)
      if (name === 'si') texts.push(reader.read())
    },
  })
  return texts
}

/** A text may lie in several runs; how a Japanese word is read (`rPh`) is none of it. */
function textReader() {
  let collected = ''
  let inText = false
  let inReading = false
  return {
    begin: () => (collected = ''),
    open(name: string) {
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text(text: string) {
      if (inText) collected += text
    },
    close(name: string) {
      if (name === 'rPh') inReading = false
      if (name === 't') inText = false
    },
    read: () => unescapeCell(collected),
  }
}

/** Excel's own formats for days, and for days with hours. */
const BUILT_IN_DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** The numbers of the cell styles that show a number as a day. */
async function readDayStyles(parts: XlsxPackage, path: string): Promise<Set<number>> {
  const dayFormats = new Set(BUILT_IN_DAY_FORMATS)
  const dayStyles = new Set<number>()
  let inCellStyles = false
  let style = 0
  await parts.read(path, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt' && showsADay(formatCode)) dayFormats.add(Number(numFmtId))
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      if (dayFormats.has(Number(numFmtId))) dayStyles.add(style)
      style += 1
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return dayStyles
}

/** Whether a format has a day or a year in it, outside of quoted words, colours and conditions. */
function showsADay(formatCode: string): boolean {
  return /[dy]/i.test(formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

interface Sheet {
  path: string
  texts: string[]
  dayStyles: Set<number>
  countsFrom1904: boolean
  limits: ReadLimits
}

async function readSheet(parts: XlsxPackage, sheet: Sheet): Promise<XlsxRow[]> {
  const { limits } = sheet
  const rows: XlsxRow[] = []
  const inline = textReader()
  let row: XlsxRow = { number: 0, cells: new Map() }
  let column = 0
  let cell: RawCell = emptyCell({})
  let inValue = false
  await parts.read(sheet.path, {
    open(name, attributes) {
      if (name === 'row') {
        row = { number: Number(attributes.r ?? row.number + 1), cells: new Map() }
        column = 0
      } else if (name === 'c') {
        column = columnOfReference(attributes.r ?? '') ?? column + 1
        cell = emptyCell(attributes)
        inline.begin()
      } else if (name === 'f') cell.isFormula = true
      else if (name === 'v') inValue = true
      else inline.open(name)
    },
    text(text) {
      if (inValue) cell.value += text
      else inline.text(text)
    },
    close(name) {
      inline.close(name)
      if (name === 'v') inValue = false
      if (name === 'c' && column <= limits.mostColumns) {
        const value = valueOf({ ...cell, inline: inline.read() }, sheet)
        if (value) row.cells.set(column, value)
      }
      if (name !== 'row' || row.cells.size === 0) return
      if (rows.length >= limits.mostRows) throw new UnreadableXlsx('tooManyRows', limits.mostRows)
      rows.push(row)
    },
  })
  return rows
}

interface RawCell {
  type: string
  style: number
  value: string
  isFormula: boolean
}

function emptyCell({ t = 'n', s = '0' }: Record<string, string>): RawCell {
  return { type: t, style: Number(s), value: '', isFormula: false }
}

function valueOf(cell: RawCell & { inline: string }, sheet: Sheet): XlsxValue | null {
  if (cell.isFormula) return { kind: 'formula' }
  switch (cell.type) {
    case 's':
      return textValue(sheet.texts[Number(cell.value)] ?? '')
    case 'inlineStr':
      return textValue(cell.inline)
    case 'str':
      return textValue(unescapeCell(cell.value))
    case 'e':
      return { kind: 'error', text: cell.value }
    case 'b':
      return { kind: 'boolean', text: cell.value === '1' ? 'TRUE' : 'FALSE' }
    case 'd':
      return { kind: 'day', day: cell.value.slice(0, 10) }
    default:
      return numberValue(cell, sheet)
  }
}

function textValue(text: string): XlsxValue | null {
  return text.trim() === '' ? null : { kind: 'text', text }
}

function numberValue({ value, style }: RawCell, { dayStyles, countsFrom1904 }: Sheet): XlsxValue | null {
  if (value.trim() === '') return null
  const number = Number(value)
  if (!dayStyles.has(style)) return { kind: 'number', text: Number.isFinite(number) ? String(number) : value }
  const day = dayOfNumber(number + (countsFrom1904 ? DAYS_TO_1904 : 0))
  return day ? { kind: 'day', day } : { kind: 'number', text: value }
}
