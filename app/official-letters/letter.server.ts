import { AlignmentType } from 'docx'
import {
  body,
  type DocumentFoot,
  type DocumentHead,
  foot,
  heading,
  line,
  type RuledTable,
  ruledTable,
  writeDocument,
} from './word-layout.server.ts'

/** An official letter (công văn) before it has a number: what its layout is filled with. */
export interface Letter extends DocumentHead, DocumentFoot {
  /** After "V/v". */
  subject: string
  addressee: string
  paragraphs: string[]
  table: RuledTable
  closing: string[]
}

/** A letter as a Word file. The number and the signature are left to be given. */
export function writeLetter(letter: Letter): Promise<Buffer> {
  const { subject, addressee, paragraphs, table, closing } = letter
  return writeDocument([
    heading(letter),
    line(`V/v ${subject}`, { size: 24, indentRight: 95 }),
    line(`Kính gửi: ${addressee}`, { align: AlignmentType.CENTER, before: 240, after: 240 }),
    ...paragraphs.map((paragraph) => body(paragraph)),
    ruledTable(table),
    ...closing.map((text, index) => body(text, index === 0 ? 240 : 0)),
    foot(letter),
  ])
}
