/**
 * Writes a workbook as it is read from the database: no sheet is ever held whole. Texts are text cells, days are date cells, and
 * no cell is a formula, whatever it begins with.
 */
import { Readable } from 'node:stream'
import yazl from 'yazl'
import { type XlsxCell, cellXml, columnLetters, dayNumber, escapeXml, FIRST_DAY_NUMBER } from './xlsx-cell.ts'

export interface XlsxSheet {
  /** At most 31 characters, none of []:*?/\ */
  name: string
  /** Lines above the head of the table; the first is its title. */
  above?: string[]
  columns: XlsxColumn[]
  rows: Iterable<XlsxCell[]> | AsyncIterable<XlsxCell[]>
}

interface XlsxColumn {
  head: string
  /** In characters. */
  width: number
  /** What may be chosen in the column: the cells of a column of another sheet. */
  choices?: { sheet: string; column: number; count: number }
}

/** The bytes of the workbook, made as fast as they are taken. */
export function writeXlsx(sheets: XlsxSheet[]): Readable {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  const streams: Readable[] = []
  const add = (path: string, parts: Iterable<string> | AsyncIterable<string>) => {
    const part = Readable.from(parts, { objectMode: false })
    // A sheet that breaks off breaks the workbook off.
    part.on('error', (error) => output.destroy(error))
    streams.push(part)
    zip.addReadStream(part, path)
  }
  zip.on('error', (error: Error) => output.destroy(error))
  // A reader who leaves lets go of what the sheets are read from.
  output.on('close', () => {
    for (const stream of streams) stream.destroy()
  })
  add('[Content_Types].xml', [contentTypes(sheets)])
  add('_rels/.rels', [packageRelations])
  add('xl/workbook.xml', [workbook(sheets)])
  add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets)])
  add('xl/styles.xml', [STYLES])
  for (const [index, sheet] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))
  zip.end()
  return output
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function contentTypes(sheets: XlsxSheet[]): string {
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const parts = sheets.map((_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet'))
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${parts.join('')}</Types>`
}

const packageRelations = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookRelations(sheets: XlsxSheet[]): string {
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const toSheets = sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  return `${XML}<Relationships xmlns="${RELATIONS}">${toSheets.join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`
}

function workbook(sheets: XlsxSheet[]): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // The head stands on every printed page.
  const titles = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheetReference(sheet.name)}!$${headRow(sheet)}:$${headRow(sheet)}</definedName>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
}

function sheetReference(name: string): string {
  return escapeXml(`'${name.replaceAll("'", "''")}'`)
}

/** The places in STYLES of how a cell looks. */
const STYLE = { number: 0, text: 1, day: 2, head: 3, title: 4, note: 5 } as const

/** Format 49 is Excel's own for text: a cell in it stays text even when somebody goes into it and presses Enter. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="4"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font><font><i/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

/** Texts are handed on once they are so long: a line at a time would spend more on handing on than on writing. */
const PART_LENGTH = 32_768

async function* sheetXml(sheet: XlsxSheet): AsyncGenerator<string> {
  const { above = [], columns, rows } = sheet
  const head = headRow(sheet)
  let part = sheetStart(sheet)
  let row = 0
  for (const line of above) part += rowXml(++row, [textCell(row, 1, line, row === 1 ? STYLE.title : STYLE.note)])
  part += rowXml(
    head,
    columns.map((column, index) => textCell(head, index + 1, column.head, STYLE.head)),
  )
  row = head
  for await (const cells of rows) {
    row += 1
    part += rowXml(
      row,
      cells.map((cell, index) => anyCell(row, index + 1, cell)),
    )
    if (part.length < PART_LENGTH) continue
    yield part
    part = ''
  }
  yield part + sheetEnd(sheet, row)
}

function headRow({ above = [] }: XlsxSheet): number {
  return above.length + 1
}

function sheetStart(sheet: XlsxSheet): string {
  const head = headRow(sheet)
  const widths = sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
}

/** The parts after the rows, in the order the format wants them. */
function sheetEnd(sheet: XlsxSheet, lastRow: number): string {
  const head = headRow(sheet)
  const filter = `<autoFilter ref="A${head}:${columnLetters(sheet.columns.length)}${lastRow}"/>`
  return `</sheetData>${filter}${choicesXml(sheet, head)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

/** Rows a sheet may have in Excel; a list to choose from is for all that may yet be typed. */
const LAST_ROW = 1_048_576

/** A list helps whoever types; what is typed beside it is judged where the file is read. */
function choicesXml({ columns }: XlsxSheet, head: number): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (!choices || choices.count === 0) return []
    const from = columnLetters(choices.column)
    const range = `${sheetReference(choices.sheet)}!$${from}$2:$${from}$${choices.count + 1}`
    const column = columnLetters(index + 1)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${column}${head + 1}:${column}${LAST_ROW}"><formula1>${range}</formula1></dataValidation>`
  })
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
}

function rowXml(row: number, cells: string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`
}

function anyCell(row: number, column: number, cell: XlsxCell): string {
  if (typeof cell === 'string' && cell !== '') return textCell(row, column, cell, STYLE.text)
  if (typeof cell === 'number') return valueCell(row, column, cell, STYLE.number)
  if (cell !== null && typeof cell === 'object') return dayCell(row, column, cell.day)
  return `<c r="${columnLetters(column)}${row}" s="${STYLE.text}"/>`
}

/** A day Excel does not know stands as text. */
function dayCell(row: number, column: number, day: string): string {
  const number = dayNumber(day)
  if (number >= FIRST_DAY_NUMBER) return valueCell(row, column, number, STYLE.day)
  return textCell(row, column, day.split('-').reverse().join('/'), STYLE.text)
}

function textCell(row: number, column: number, text: string, style: number): string {
  return `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`
}

function valueCell(row: number, column: number, value: number, style: number): string {
  if (!Number.isFinite(value)) throw new Error('A cell holds a number that is none.')
  return `<c r="${columnLetters(column)}${row}" s="${style}"><v>${value}</v></c>`
}
