import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\van-thu\\Báo cáo.docx', 'Báo cáo.docx'],
  ['Ba\u0301o ca\u0301o.pdf', 'Báo cáo.pdf'],
  ['bao-cao\u202Efdp.exe', 'bao-caofdp.exe'],
  ['a\u200B\u0000\u0007\r\n.pdf', 'a .pdf'],
  ['  báo\t cáo .pdf ', 'báo cáo .pdf'],
  ['...', ''],
  ['..', ''],
  ['', ''],
  ['thư mục/', ''],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a name that is too long is cut before its extension, between letters', () => {
  const name = cleanFileName(`${'𝒜'.repeat(300)}.docx`)

  expect(Array.from(name)).toHaveLength(200)
  expect(name.endsWith('𝒜.docx')).toBe(true)
})
