import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as made from '#test/factories/office-files.ts'
import { recogniseType } from './recognise-type.server.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'types-'))
})
afterAll(() => rm(folder, { recursive: true }))

const OCTETS = 'application/octet-stream'
const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

test.each([
  ['bao-cao.pdf', 'application/pdf', made.PDF, 'application/pdf'],
  ['BAO-CAO.PDF', OCTETS, made.PDF, 'application/pdf'],
  ['a.docx', `${OPEN_XML}.wordprocessingml.document`, made.DOCX, `${OPEN_XML}.wordprocessingml.document`],
  ['a.docx', 'application/wps-office.docx', made.DOCX, `${OPEN_XML}.wordprocessingml.document`],
  ['a.xlsx', '', made.XLSX, `${OPEN_XML}.spreadsheetml.sheet`],
  ['a.pptx', OCTETS, made.PPTX, `${OPEN_XML}.presentationml.presentation`],
  ['a.doc', 'application/msword', made.DOC, 'application/msword'],
  ['a.xls', 'application/vnd.ms-excel', made.XLS, 'application/vnd.ms-excel'],
  ['a.ppt', OCTETS, made.PPT, 'application/vnd.ms-powerpoint'],
  ['a.odt', OCTETS, made.ODT, 'application/vnd.oasis.opendocument.text'],
  ['a.png', 'image/png', made.PNG, 'image/png'],
  ['a.txt', 'text/plain', Buffer.from('Kính gửi: Vụ Tổng hợp\n'), 'text/plain'],
  ['a.csv', 'application/vnd.ms-excel', Buffer.from('\ufeffHọ tên,Đơn vị\n'), 'text/csv'],
  ['a.txt', 'text/plain', Buffer.from('\ufeffđơn vị', 'utf16le'), 'text/plain'],
  ['bieu-mau.csv', 'text/csv', Buffer.from('BM01,Biểu mẫu 1\n'), 'text/csv'],
])('%s declared as %j is taken', async (name, declaredType, content, mediaType) => {
  expect(await verdictOn(name, declaredType, content)).toEqual({ accepted: true, mediaType })
})

test.each([
  ['a docx renamed to pdf', 'a.pdf', OCTETS, made.DOCX],
  ['a program renamed to pdf', 'a.pdf', 'application/pdf', made.EXE],
  ['a program that is a PDF further on', 'a.pdf', 'application/pdf', Buffer.concat([made.EXE, made.PDF])],
  ['a PDF that is a docx further on, named docx', 'a.docx', OCTETS, Buffer.concat([made.PDF, made.DOCX])],
  ['a page renamed to text', 'a.txt', 'text/plain', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>')],
  ['a drawing with script renamed to text', 'a.txt', 'text/plain', Buffer.from('<svg onload="alert(1)">')],
  ['a PDF of letters only renamed to text', 'a.txt', 'text/plain', made.PDF],
  ['a shell script renamed to text', 'a.txt', 'text/plain', Buffer.from('#!/bin/sh\n')],
  ['text with a NUL', 'a.txt', 'text/plain', Buffer.from('a\0b')],
  ['text that is not UTF-8', 'a.csv', 'text/csv', Buffer.from([0x48, 0xe0, 0x20, 0x4e])],
  ['text cut in the middle of a letter', 'a.txt', 'text/plain', Buffer.from('Hà').subarray(0, 2)],
  ['an archive renamed to docx', 'a.docx', OCTETS, made.PLAIN_ZIP],
  ['a workbook renamed to docx', 'a.docx', OCTETS, made.XLSX],
  ['a document with macros renamed to docx', 'a.docx', OCTETS, made.DOCM],
  ['an installer renamed to doc', 'a.doc', OCTETS, made.MSI],
  ['a workbook of 2003 renamed to doc', 'a.doc', OCTETS, made.XLS],
  ['a broken compound file', 'a.doc', OCTETS, made.DOC.subarray(0, 700)],
  ['a PDF declared as a page', 'a.pdf', 'text/html', made.PDF],
])('%s is a mismatch', async (_what, name, declaredType, content) => {
  expect(await verdictOn(name, declaredType, content)).toEqual({ accepted: false, reason: 'mismatch' })
})

test.each([
  ['a.exe', made.EXE],
  ['a.zip', made.PLAIN_ZIP],
  ['a.html', Buffer.from('<html>')],
  ['a.svg', Buffer.from('<svg/>')],
  ['a.docm', made.DOCM],
  ['a', made.PDF],
  ['pdf', made.PDF],
])('%s is of a kind that is never taken', async (name, content) => {
  expect(await verdictOn(name, OCTETS, content)).toEqual({ accepted: false, reason: 'wrongType' })
})

async function verdictOn(name: string, declaredType: string, content: Buffer) {
  const path = join(folder, 'content')
  await writeFile(path, content)
  return recogniseType({ path, name, declaredType })
}
