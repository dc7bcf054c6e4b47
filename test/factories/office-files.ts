/** The smallest files that are what they say, made here so that no sample has to be carried along. */
import { crc32 } from 'node:zlib'

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A program for Windows, as far as its first bytes go. */
export const EXE = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(240)])

export const DOCX = openXml(
  'word/document.xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
)
export const XLSX = openXml(
  'xl/workbook.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
)
export const PPTX = openXml(
  'ppt/presentation.xml',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
)
export const DOCM = openXml('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')
export const ODT = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })
export const PLAIN_ZIP = zipOf({ 'setup.bat': 'echo' })

export const DOC = compoundFileOf('WordDocument')
export const XLS = compoundFileOf('Workbook')
export const PPT = compoundFileOf('PowerPoint Document')
/** An installer is a compound file too. */
export const MSI = compoundFileOf('SummaryInformation')

function openXml(part: string, contentType: string): Buffer<ArrayBuffer> {
  const override = `<Override PartName="/${part}" ContentType="${contentType}"/>`
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override}</Types>`,
    [part]: '<x/>',
  })
}

/** An archive whose members are stored as they are. */
function zipOf(members: Record<string, string>): Buffer<ArrayBuffer> {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(members)) {
    const content = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), content])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** Header, one sector of allocation table, one of directory with a root and one stream in it. */
function compoundFileOf(streamName: string): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30) // sectors of 2^9 bytes
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48) // the directory begins in sector 1
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76) // the table lies in sector 0
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  return Buffer.concat([
    header,
    table,
    directoryEntry('Root Entry', 5, 1),
    directoryEntry(streamName, 2),
    Buffer.alloc(256),
  ])
}

function directoryEntry(name: string, type: number, child = 0xffffffff): Buffer<ArrayBuffer> {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(type, 66)
  entry.writeUInt32LE(0xffffffff, 68)
  entry.writeUInt32LE(0xffffffff, 72)
  entry.writeUInt32LE(child, 76)
  return entry
}
