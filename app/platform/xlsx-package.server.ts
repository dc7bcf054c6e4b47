import type { Readable } from 'node:stream'
import sax, { type QualifiedTag } from 'sax'
import yauzl, { type Entry } from 'yauzl'

/** Why a file cannot be read as a workbook; a key of the words of whoever reads it. */
export type XlsxFault = 'notAWorkbook' | 'encrypted' | 'tooLargeInside' | 'tooManyRows'

export class UnreadableXlsx extends Error {
  override readonly name = 'UnreadableXlsx'
  readonly fault: XlsxFault
  readonly most: number

  constructor(fault: XlsxFault, most = 0) {
    super(fault)
    this.fault = fault
    this.most = most
  }
}

const MEBIBYTE = 1024 * 1024
/** A workbook of ours with ten thousand tasks is some 20 MB unpacked. A bomb is told by what it says of itself, and by what it is. */
const MOST_UNPACKED = 100 * MEBIBYTE
const MOST_PARTS = 500

export interface XlsxPackage {
  has: (path: string) => boolean
  /** Reads a part of XML from its beginning to its end. */
  read: (path: string, handlers: XmlHandlers) => Promise<void>
}

interface XmlHandlers {
  /** The name without its prefix: whoever wrote the file chose that. */
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Opens a workbook, on the disk or in memory, for as long as the work takes. @throws UnreadableXlsx when it is none, or too much */
export async function withXlsxPackage<Result>(
  source: string | Buffer,
  work: (parts: XlsxPackage) => Promise<Result>,
): Promise<Result> {
  const opened =
    typeof source === 'string' ? yauzl.openPromise(source, { autoClose: false }) : yauzl.fromBufferPromise(source)
  const zip = await opened.catch(asUnreadable)
  try {
    const entries = await entriesOf(zip).catch(asUnreadable)
    return await work({
      has: (name) => entries.has(name),
      async read(name, handlers) {
        const entry = entries.get(name)
        if (!entry) throw new UnreadableXlsx('notAWorkbook')
        // What is unpacked is held to the size the entry says, and those have been added up.
        const stream = await zip.openReadStreamPromise(entry).catch(asUnreadable)
        await parse(stream, handlers).catch(asUnreadable)
      },
    })
  } finally {
    zip.close()
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > MOST_UNPACKED) throw new UnreadableXlsx('tooLargeInside', MOST_UNPACKED / MEBIBYTE)
    if (entries.size >= MOST_PARTS) throw new UnreadableXlsx('notAWorkbook')
    if (entry.isEncrypted()) throw new UnreadableXlsx('encrypted')
    entries.set(entry.fileName, entry)
  }
  return entries
}

async function parse(stream: Readable, { open, text, close }: XmlHandlers): Promise<void> {
  const parser = sax.parser(true, { xmlns: true, position: false })
  parser.onerror = (error) => {
    throw error
  }
  // Nothing that writes workbooks declares entities; whoever tries to read files by them does.
  parser.ondoctype = () => {
    throw new UnreadableXlsx('notAWorkbook')
  }
  if (open) parser.onopentag = (tag) => open(localName(tag as QualifiedTag), attributesOf(tag as QualifiedTag))
  if (text) parser.ontext = parser.oncdata = text
  if (close) parser.onclosetag = (name) => close(name.slice(name.indexOf(':') + 1))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of stream) parser.write(decoder.decode(chunk as Buffer, { stream: true }))
  parser.write(decoder.decode()).close()
}

function localName({ local }: QualifiedTag): string {
  return local
}

/** By their names without a prefix; of `r:id` and `id` the first stands. */
function attributesOf({ attributes }: QualifiedTag): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { local, value } of Object.values(attributes)) found[local] ??= value
  return found
}

/** Every way a part of the file can be broken is one answer for the person; a fault of the disk stays a fault. */
function asUnreadable(error: unknown): never {
  if (error instanceof UnreadableXlsx) throw error
  if (error instanceof Error && 'syscall' in error) throw error
  throw new UnreadableXlsx('notAWorkbook')
}
