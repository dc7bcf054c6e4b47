/** What a file is: its content, its name and what the browser declared must all say the same. */
import { open, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { acceptedTypeOf, mayBeDeclaredAs, type ContentKind } from './accepted-types.ts'
import { compoundKind } from './compound-file.server.ts'

export type TypeVerdict =
  | { accepted: true; mediaType: string }
  /** wrongType: this kind is never taken; mismatch: the content is not what the name or the browser says. */
  | { accepted: false; reason: 'wrongType' | 'mismatch' }

export interface FileToRecognise {
  path: string
  name: string
  declaredType: string
}

const SNIFFED_KINDS: Record<string, ContentKind> = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  odt: 'odt',
  ods: 'ods',
  png: 'png',
  jpg: 'jpeg',
  tif: 'tiff',
}

/** Text that some program would run or lay out rather than show: mark-up, a PDF or RTF made of letters only, a script. */
const DISGUISED_TEXT = /^\s*(<[a-z!?]|%PDF-|\{\\rtf|#!)/i

export async function recogniseType({ path, name, declaredType }: FileToRecognise): Promise<TypeVerdict> {
  const type = acceptedTypeOf(name)
  if (!type) return { accepted: false, reason: 'wrongType' }
  if (!mayBeDeclaredAs(type, declaredType)) return { accepted: false, reason: 'mismatch' }
  // Text has no signature, and a list that begins with "BM01" is no bitmap: it is tested for what text must be.
  const matches = type.kind === 'text' ? await isPlainText(path) : (await kindOfContent(path)) === type.kind
  return matches ? { accepted: true, mediaType: type.mediaType } : { accepted: false, reason: 'mismatch' }
}

async function kindOfContent(path: string): Promise<ContentKind | undefined> {
  const sniffed = await fileTypeFromFile(path)
  if (sniffed?.ext === 'cfb') return withFile(path, compoundKind)
  return sniffed && SNIFFED_KINDS[sniffed.ext]
}

/** UTF-8, or UTF-16 with its mark, without a NUL. A chunk at a time, so a long list needs no memory. */
async function isPlainText(path: string): Promise<boolean> {
  return withFile(path, async (file) => {
    const start = await file.read(Buffer.alloc(3), 0, 3, 0)
    const decoder = new TextDecoder(encodingOf(start.buffer), { fatal: true })
    let beginning = ''
    try {
      for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
        const text = decoder.decode(chunk as Buffer, { stream: true })
        if (text.includes('\0')) return false
        if (beginning.length < 1024) beginning += text.slice(0, 1024)
      }
      decoder.decode()
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
    return !DISGUISED_TEXT.test(beginning)
  })
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

async function withFile<Result>(path: string, read: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'r')
  try {
    return await read(file)
  } finally {
    await file.close()
  }
}
