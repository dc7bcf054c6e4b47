import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

export interface ArchiveWriter {
  /** Adds an entry of a known size; settles when it is written. */
  add(name: string, size: number, content: Buffer | Readable): Promise<void>
  /** Gives the archive its name. Until then it lies beside, unfinished. */
  close(): Promise<void>
  discard(): Promise<void>
}

export interface ArchiveEntry {
  name: string
  content: Readable
}

/** A gzipped tar that only its owner may read: one that any system can look into. */
export function writeArchive(path: string): ArchiveWriter {
  const unfinished = `${path}.unfinished`
  const tar = pack()
  // Most of the bytes are documents that are compressed already.
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(unfinished, { mode: 0o600 }))
  written.catch(() => undefined)
  return {
    async add(name, size, content) {
      const entry = tar.entry({ name, size, mode: 0o600 })
      if (Buffer.isBuffer(content)) entry.end(content)
      else content.pipe(entry)
      await Promise.race([finished(entry), written.then(() => Promise.reject(new Error('The archive ended early.')))])
    },
    async close() {
      tar.finalize()
      await written
      await rename(unfinished, path)
    },
    async discard() {
      tar.destroy()
      await written.catch(() => undefined)
      await rm(unfinished, { force: true })
    },
  }
}

/** The entries one after the other; each must be read before the next is asked for. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract()
  const read = pipeline(createReadStream(path), createGunzip(), tar)
  // Told through the loop below.
  read.catch(() => undefined)
  for await (const entry of tar) yield { name: entry.header.name, content: entry as unknown as Readable }
  await read
}

export async function readWhole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
