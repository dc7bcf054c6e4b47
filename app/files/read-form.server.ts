/**
 * Takes a posted form apart as it comes: texts into a FormData, files straight to the store. At no time is a file in memory.
 * The size of the whole is limited before it gets here (`body-limit.server.ts`).
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { BadInput, TooLarge } from '#app/platform/errors.ts'
import type { FileStore, ReceivedContent } from '#app/platform/storage.server.ts'
import { cleanFileName } from './file-name.ts'
import type { RejectedFile } from './rejected-file.ts'

export interface FormLimits {
  files: number
  bytesPerFile: number
  bytesOfAllFiles: number
  texts: number
  bytesPerText: number
  bytesOfAllTexts: number
}

/** A file as it came, not yet looked at. One that is too much has been read to its end, but not to the store. */
export type Upload = Named &
  ({ content: ReceivedContent; refused: null } | { content: ReceivedContent | null; refused: Refusal })

interface Named {
  fieldName: string
  name: string
  declaredType: string
}

type Refusal = Pick<RejectedFile, 'reason' | 'most'>

const KIBIBYTE = 1024
const MEBIBYTE = 1024 * KIBIBYTE

export async function readForm(
  request: Request,
  limits: FormLimits,
  store: FileStore,
): Promise<{ fields: FormData; uploads: Upload[] }> {
  const parser = parserFor(request, limits)
  const texts = collectTexts(parser, limits)
  const files = collectFiles(parser, limits, store)
  const failures: unknown[] = []
  try {
    await pipeline(bodyOf(request), parser)
  } catch {
    files.breakOff()
    failures.push(new BadInput('brokenUpload'))
  }
  const { uploads, storeFailures } = await files.done()
  // A store that fails is our fault and comes first; a form cut off is the line's.
  failures.unshift(...storeFailures)
  if (texts.areTooMany()) failures.push(new TooLarge('bodyTooLarge'))
  if (failures.length > 0) {
    await discardUploads(uploads, store)
    throw failures[0]
  }
  return { fields: texts.fields, uploads }
}

/** What was kept has left its temporary place, so this is right after every outcome. */
export async function discardUploads(uploads: Upload[], store: FileStore): Promise<void> {
  for (const { content } of uploads) if (content) await store.discard(content)
}

function parserFor(request: Request, limits: FormLimits): BusboyInstance {
  const headers: BusboyHeaders = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return new Busboy({
      headers,
      preservePath: true,
      limits: { fields: limits.texts, fieldSize: limits.bytesPerText, headerSize: 8 * KIBIBYTE, headerPairs: 20 },
    })
  } catch {
    throw new BadInput('badRequest')
  }
}

function bodyOf(request: Request): Readable {
  // The DOM's ReadableStream and node's are one class under two type names.
  return request.body ? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
}

function collectTexts(parser: BusboyInstance, limits: FormLimits) {
  const fields = new FormData()
  let bytes = 0
  let isTooMuch = false
  parser.on('fieldsLimit', () => (isTooMuch = true))
  parser.on('field', (name, value, _nameTruncated, valueTruncated) => {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value)
    if (valueTruncated || bytes > limits.bytesOfAllTexts) isTooMuch = true
    else fields.append(name, value)
  })
  return { fields, areTooMany: () => isTooMuch }
}

function collectFiles(parser: BusboyInstance, limits: FormLimits, store: FileStore) {
  const writing: Promise<Upload | null>[] = []
  const open = new Set<BusboyFileStream>()
  const storeFailures: unknown[] = []
  let files = 0
  let bytesOfAll = 0

  parser.on('file', (fieldName, file, givenName, _encoding, declaredType) => {
    // Without this an error that comes before we read would end the process, and one that comes after would hang us.
    file.on('error', (error) => file.destroy(error))
    open.add(file)
    file.on('close', () => open.delete(file))
    writing.push(take({ fieldName, name: cleanFileName(givenName ?? ''), declaredType }, file))
  })

  async function take(named: Named, file: BusboyFileStream): Promise<Upload | null> {
    try {
      return await toStore(named, file)
    } catch (error) {
      if (!file.errored) storeFailures.push(error)
      return null
    } finally {
      // Whatever is left is read into nothing: the form goes on behind it, and its sender waits for an answer.
      file.resume()
    }
  }

  async function toStore(named: Named, file: BusboyFileStream): Promise<Upload | null> {
    // A file input left empty is sent as a part without a name.
    if (named.name === '') return null
    files += 1
    if (files > limits.files) return { ...named, content: null, refused: { reason: 'tooMany', most: limits.files } }
    let refused: Refusal | null = null
    const content = await store.receive(passing(file, (refusal) => (refused = refusal)))
    return refused ? { ...named, content, refused } : { ...named, content, refused: null }
  }

  async function* passing(file: BusboyFileStream, refuse: (refusal: Refusal) => void): AsyncGenerator<Uint8Array> {
    let bytes = 0
    for await (const chunk of file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength
      bytesOfAll += chunk.byteLength
      if (bytes > limits.bytesPerFile) return refuse({ reason: 'tooLarge', most: limits.bytesPerFile / MEBIBYTE })
      if (bytesOfAll > limits.bytesOfAllFiles)
        return refuse({ reason: 'tooMuch', most: limits.bytesOfAllFiles / MEBIBYTE })
      yield chunk
    }
  }

  return {
    breakOff: () => open.forEach((file) => file.destroy(new Error('The upload broke off'))),
    done: async () => ({ uploads: (await Promise.all(writing)).filter((upload) => upload !== null), storeFailures }),
  }
}
