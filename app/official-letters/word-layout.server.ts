import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Day } from '#workflows/calendar/day.ts'

/** The head of an official document: who issues it, where and when. */
export interface DocumentHead {
  /** The organ above, where there is one. */
  parentOrgan: string | null
  organ: string
  /** What follows the number: UBDT-VP. */
  symbol: string
  place: string
  day: Day
}

export interface DocumentFoot {
  /** Where copies go, one a line; the file copy last. */
  recipients: string[]
  signer: { capacity: string; title: string }
}

export interface RuledTable {
  /** Head and width of each column, the widths in parts of the whole. */
  columns: { head: string; parts: number }[]
  rows: string[][]
  /** In half points. */
  size?: number
}

const BODY = 28
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/**
 * A Word file laid out as Decree 30/2020/NĐ-CP annex I asks: A4, margins 20/20/30/15 mm, Times New Roman, pages numbered from the
 * second on.
 */
export async function writeDocument(children: (Paragraph | Table)[]): Promise<Buffer> {
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              bottom: convertMillimetersToTwip(20),
              left: convertMillimetersToTwip(30),
              right: convertMillimetersToTwip(15),
            },
          },
        },
        headers: { first: new Header({ children: [] }), default: new Header({ children: [pageNumber()] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Organ and number at the left, the motto at the right; the number is left to be given. */
export function heading({ parentOrgan, organ, symbol, place, day }: DocumentHead): Table {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const padded = (number: number) => String(number).padStart(2, '0')
  // Days below 10 and the months 1 and 2 carry a nought (annex I, 4b).
  const written = `${place}, ngày ${padded(date)} tháng ${month < 3 ? padded(month) : month} năm ${year}`
  const left = [
    ...(parentOrgan ? [line(parentOrgan.toUpperCase(), { size: 24, align: AlignmentType.CENTER })] : []),
    line(organ.toUpperCase(), { size: 24, bold: true, align: AlignmentType.CENTER }),
    line(`Số:        /${symbol}`, { size: 26, align: AlignmentType.CENTER, before: 120 }),
  ]
  const right = [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 24, bold: true, align: AlignmentType.CENTER }),
    line('Độc lập - Tự do - Hạnh phúc', { size: 26, bold: true, align: AlignmentType.CENTER }),
    line(written, { size: 26, italics: true, align: AlignmentType.CENTER, before: 120 }),
  ]
  return sideBySide(left, right, [42, 58])
}

/** The receivers at the left, who signs at the right; the signature is left to be given. */
export function foot({ recipients, signer }: DocumentFoot): Table {
  const left = [
    line('Nơi nhận:', { size: 24, bold: true, italics: true, before: 240 }),
    ...recipients.map((recipient) => line(`- ${recipient};`, { size: 22 })),
  ]
  const right = [
    line(`${signer.capacity} ${signer.title}`.trim().toUpperCase(), {
      bold: true,
      align: AlignmentType.CENTER,
      before: 240,
    }),
  ]
  return sideBySide(left, right, [50, 50])
}

function sideBySide(left: Paragraph[], right: Paragraph[], [leftParts, rightParts]: [number, number]): Table {
  const cell = (children: Paragraph[], parts: number) =>
    new TableCell({
      children,
      borders: NO_BORDERS,
      width: { size: parts, type: WidthType.PERCENTAGE },
      margins: { left: 0, right: 0 },
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [cell(left, leftParts), cell(right, rightParts)] })],
  })
}

export function ruledTable({ columns, rows, size = 24 }: RuledTable): Table {
  const whole = columns.reduce((sum, { parts }) => sum + parts, 0)
  const row = (texts: string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            verticalAlign: VerticalAlignTable.CENTER,
            width: { size: (100 * columns[index]!.parts) / whole, type: WidthType.PERCENTAGE },
            children: [line(text, { size, bold, ...(bold ? { align: AlignmentType.CENTER } : {}) })],
          }),
      ),
    })
  const heads = columns.map(({ head }) => head)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(heads, true), ...rows.map((texts) => row(texts, false))],
  })
}

interface LineLook {
  size?: number
  bold?: boolean
  italics?: boolean
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  before?: number
  after?: number
  /** Millimetres kept free at the right. */
  indentRight?: number
}

export function line(
  text: string,
  { size = BODY, bold, italics, align, before = 0, after = 0, indentRight = 0 }: LineLook,
): Paragraph {
  return new Paragraph({
    alignment: align ?? AlignmentType.LEFT,
    spacing: { before, after },
    indent: { right: convertMillimetersToTwip(indentRight) },
    children: [new TextRun({ text, size, bold: bold ?? false, italics: italics ?? false })],
  })
}

/** Bold, in the middle. */
export function titleLine(text: string, spacing: Pick<LineLook, 'before' | 'after'> = {}): Paragraph {
  return line(text, { ...spacing, bold: true, align: AlignmentType.CENTER })
}

export function body(text: string, before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(12.7) },
    spacing: { before, after: 120 },
    children: [new TextRun({ text })],
  })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  })
}
