import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { fileStore } from '#app/platform/storage.server.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import { writeXlsx } from '#app/platform/xlsx-write.server.ts'
import { COLUMN_NAMES, COLUMNS, type ColumnName } from '#app/task-import/columns.ts'
import { askForImport } from '#app/task-import/import-request.server.ts'
import type { Actor } from '#workflows/actor.ts'

export type ImportRow = Partial<Record<ColumnName, XlsxCell>>

/** A good row of a workbook; five of one source follow one another. */
export function importRow(
  number: number,
  { leader, follower }: { leader: string; follower: string },
  changes: ImportRow = {},
): ImportRow {
  const source = Math.ceil(number / 5)
  return {
    sourceKind: 'Thông báo kết luận',
    symbol: `${source}/TB-NHAP`,
    signedOn: { day: '2026-03-02' },
    signer: 'Chủ nhiệm',
    issuingOrgan: 'Ủy ban Dân tộc',
    subject: `Kết luận số ${source}`,
    content: `Nhiệm vụ nhập từ tệp, số ${number}`,
    leadUnit: 'TTTT',
    directingLeader: leader,
    follower,
    dueOn: '31/12/2030',
    ...changes,
  }
}

/** The names of the people the rows are for: the chairman, and whoever follows his tasks. */
export async function workbookPeople(): Promise<{ leader: string; follower: string }> {
  return { leader: await nameOf('chunhiem'), follower: await nameOf('tonghop1') }
}

export async function nameOf(username: string): Promise<string> {
  const person = await db.person.findFirstOrThrow({ where: { login: { username } } })
  return person.fullName
}

export function importWorkbook(rows: ImportRow[]): Promise<Buffer> {
  const columns = COLUMN_NAMES.map((name) => ({ head: COLUMNS[name][0], width: 20 }))
  const cells = rows.map((row) => COLUMN_NAMES.map((name) => row[name] ?? null))
  return buffer(writeXlsx([{ name: 'Nhiệm vụ', columns, rows: cells }]))
}

/** As the page sends it. @returns the import's id */
export async function sendWorkbook(content: Buffer, by: Actor, requestKey = newId()): Promise<string> {
  const received = await fileStore.receive(Readable.from([content]))
  await fileStore.keep(received)
  const file = { fieldName: 'file', name: 'nhap.xlsx', mediaType: '', ...received }
  const { importId } = await askForImport({ file, by, requestKey, at: new Date() })
  return importId
}
