/**
 * Tells .doc, .xls and .ppt apart. All three are Microsoft's compound files: a small file system of 512- or 4096-byte
 * sectors with a directory; the name of the main stream in its root says which program wrote it ([MS-CFB] 2.2 to 2.6).
 */
import type { FileHandle } from 'node:fs/promises'

export type CompoundKind = 'doc' | 'xls' | 'ppt'

const MAIN_STREAMS: Record<string, CompoundKind> = {
  WordDocument: 'doc',
  Workbook: 'xls',
  Book: 'xls',
  'PowerPoint Document': 'ppt',
}

const NO_ENTRY = 0xffffffff
const LAST_REGULAR_SECTOR = 0xfffffffa
/** A directory this long is no document of an office; it bounds the work a made-up file can cause. */
const MOST_DIRECTORY_SECTORS = 4096

interface Layout {
  file: FileHandle
  sectorSize: number
  /** The sectors the allocation table lies in, in order. */
  tableSectors: number[]
}

/** Undefined when it is a compound file of another program, or broken. */
export async function compoundKind(file: FileHandle): Promise<CompoundKind | undefined> {
  try {
    const header = await readAt(file, 0, 512)
    const layout = await readLayout(file, header)
    const directory = await readDirectory(layout, header.readUInt32LE(48))
    return mainStreamOf(directory)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function readLayout(file: FileHandle, header: Buffer): Promise<Layout> {
  const sectorSize = 2 ** header.readUInt16LE(30)
  if (sectorSize !== 512 && sectorSize !== 4096) throw new RangeError('No such sector size')
  const tableSectors = readSectorNumbers(header.subarray(76))
  let next = header.readUInt32LE(68)
  for (let left = header.readUInt32LE(72); left > 0 && next <= LAST_REGULAR_SECTOR; left -= 1) {
    if (tableSectors.length > MOST_DIRECTORY_SECTORS * 16) throw new RangeError('Table too long')
    const sector = await readAt(file, (next + 1) * sectorSize, sectorSize)
    tableSectors.push(...readSectorNumbers(sector.subarray(0, sectorSize - 4)))
    next = sector.readUInt32LE(sectorSize - 4)
  }
  return { file, sectorSize, tableSectors }
}

function readSectorNumbers(bytes: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const number = bytes.readUInt32LE(at)
    if (number <= LAST_REGULAR_SECTOR) numbers.push(number)
  }
  return numbers
}

async function readDirectory(layout: Layout, first: number): Promise<Buffer> {
  const sectors: Buffer[] = []
  for (let sector = first; sector <= LAST_REGULAR_SECTOR; sector = await sectorAfter(layout, sector)) {
    if (sectors.length === MOST_DIRECTORY_SECTORS) throw new RangeError('Directory too long')
    sectors.push(await readAt(layout.file, (sector + 1) * layout.sectorSize, layout.sectorSize))
  }
  return Buffer.concat(sectors)
}

async function sectorAfter({ file, sectorSize, tableSectors }: Layout, sector: number): Promise<number> {
  const perSector = sectorSize / 4
  const tableSector = tableSectors[Math.floor(sector / perSector)]
  if (tableSector === undefined) throw new RangeError('Sector outside the table')
  const entry = await readAt(file, (tableSector + 1) * sectorSize + (sector % perSector) * 4, 4)
  return entry.readUInt32LE(0)
}

/** Only what lies in the root counts: a letter may carry a workbook inside it. */
function mainStreamOf(directory: Buffer): CompoundKind | undefined {
  const seen = new Set<number>()
  const waiting = [directory.readUInt32LE(76)]
  while (waiting.length > 0) {
    const id = waiting.pop()!
    if (id === NO_ENTRY || seen.has(id)) continue
    seen.add(id)
    const at = id * 128
    const nameLength = directory.readUInt16LE(at + 64)
    const name = directory.toString('utf16le', at, at + Math.max(0, Math.min(nameLength, 64) - 2))
    const kind = MAIN_STREAMS[name]
    if (kind) return kind
    waiting.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72))
  }
  return undefined
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new RangeError('Outside the file')
  return buffer
}
