/**
 * The file store: content under its own sha-256, `ab/cd/<sha256>`, written once and never changed.
 *
 * Content comes in two moves. `receive` writes it to a temporary file and tells what it is; `keep` gives it its place.
 * Between the two the caller looks at it and may `discard` it, so that nothing of a refused form stays behind.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import { env } from './env.server.ts'

export interface ReceivedContent {
  sha256: string
  bytes: number
  /** Where it lies until it is kept or discarded. */
  path: string
}

export interface FileStore {
  /** Writes the stream to the disk as it comes. If the stream breaks, nothing stays. */
  receive(source: AsyncIterable<Uint8Array>): Promise<ReceivedContent>
  /** Gives received content its place. When this returns, the content survives a power cut. */
  keep(content: ReceivedContent): Promise<void>
  discard(content: ReceivedContent): Promise<void>
  /** Reading ends, and the file is closed, when `signal` fires. */
  read(sha256: string, signal?: AbortSignal): Readable
  /** Whether the content is there and still has the sum it is named after. */
  verify(sha256: string): Promise<boolean>
  /**
   * Removes content kept before `olderThan` that `isNamed` does not know, and what broken uploads left behind.
   * Safe against a form that keeps the same content at the same moment. Returns how many it removed.
   */
  sweep(options: SweepOptions): Promise<number>
}

interface SweepOptions {
  olderThan: Date
  /** Of these sums, those that some file version names. */
  isNamed: (sha256s: string[]) => Promise<Set<string>>
}

export const fileStore: FileStore = createFileStore(join(env.DATA_DIR, 'files'))

export function createFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const leaving = join(folder, 'leaving')

  async function receive(source: AsyncIterable<Uint8Array>): Promise<ReceivedContent> {
    await mkdir(incoming, { recursive: true })
    const path = join(incoming, newId())
    const hash = createHash('sha256')
    let bytes = 0
    const file = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of source) {
        bytes += chunk.byteLength
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      await file.sync()
    } catch (error) {
      await file.close()
      await rm(path, { force: true })
      throw error
    }
    await file.close()
    return { sha256: hash.digest('hex'), bytes, path }
  }

  async function keep(content: ReceivedContent): Promise<void> {
    const path = placeOf(folder, content.sha256)
    await mkdir(dirname(path), { recursive: true })
    // Over what may already be there: the bytes are the same, and the sweep sees that the content was wanted just now.
    await rename(content.path, path)
    await syncFolder(dirname(path))
  }

  async function discard(content: ReceivedContent): Promise<void> {
    await rm(content.path, { force: true })
  }

  async function verify(sha256: string): Promise<boolean> {
    const hash = createHash('sha256')
    try {
      for await (const chunk of createReadStream(placeOf(folder, sha256))) hash.update(chunk as Buffer)
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
    return hash.digest('hex') === sha256
  }

  async function sweep({ olderThan, isNamed }: SweepOptions): Promise<number> {
    await putBackWhatAnEarlierSweepLeft()
    let removed = await removeBrokenUploads(olderThan)
    for await (const sums of foldersOfContent(folder)) {
      const old = await filter(sums, (sum) => isOlder(placeOf(folder, sum), olderThan))
      if (old.length === 0) continue
      const named = await isNamed(old)
      for (const sum of old) {
        if (!named.has(sum) && (await removeUnlessKeptAgain(sum, olderThan))) removed += 1
      }
    }
    return removed
  }

  /**
   * A form may keep the same content between our look at its age and its removal. So it is moved aside first and looked
   * at again there, where nobody can replace it: if it has become young, it goes back.
   */
  async function removeUnlessKeptAgain(sha256: string, olderThan: Date): Promise<boolean> {
    await mkdir(leaving, { recursive: true })
    const aside = join(leaving, sha256)
    if (!(await unlessMissing(rename(placeOf(folder, sha256), aside)))) return false
    const mayGo = await isOlder(aside, olderThan)
    if (!mayGo) await putBack(sha256)
    await rm(aside, { force: true })
    return mayGo
  }

  /** Only a sweep that was killed leaves something here; the content is judged anew. */
  async function putBackWhatAnEarlierSweepLeft(): Promise<void> {
    for (const sha256 of await namesIn(leaving)) {
      await putBack(sha256)
      await rm(join(leaving, sha256), { force: true })
    }
  }

  async function putBack(sha256: string): Promise<void> {
    await unlessMissing(link(join(leaving, sha256), placeOf(folder, sha256))).catch((error: unknown) => {
      if (!isAlreadyThere(error)) throw error
    })
  }

  async function removeBrokenUploads(olderThan: Date): Promise<number> {
    const paths = (await namesIn(incoming)).map((name) => join(incoming, name))
    const old = await filter(paths, (path) => isOlder(path, olderThan))
    for (const path of old) await rm(path, { force: true })
    return old.length
  }

  return {
    receive,
    keep,
    discard,
    read: (sha256, signal) => createReadStream(placeOf(folder, sha256), { signal }),
    verify,
    sweep,
  }
}

function placeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a sha-256: ${sha256}`)
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** A rename outlives a power cut only once its folder has been written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The sums in the store, one innermost folder at a time. */
async function* foldersOfContent(folder: string): AsyncGenerator<string[]> {
  for (const first of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue
    for (const second of await namesIn(join(folder, first))) yield namesIn(join(folder, first, second))
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function isOlder(path: string, than: Date): Promise<boolean> {
  let old = false
  await unlessMissing(stat(path).then((found) => (old = found.mtime < than)))
  return old
}

/** False when the file was not there: two sweeps may run at once, and the other one was quicker. */
async function unlessMissing(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function filter(items: string[], test: (item: string) => Promise<boolean>): Promise<string[]> {
  const passed = await Promise.all(items.map(test))
  return items.filter((_, index) => passed[index])
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
