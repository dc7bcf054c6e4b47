/**
 * Receives a posted form. A file that may not be taken does not stop it, because the words typed beside it must not be
 * lost: it comes back in `rejected`, and then none of the form's files is kept.
 */
import { fileStore, type FileStore, type ReceivedContent } from '#app/platform/storage.server.ts'
import { discardUploads, readForm, type FormLimits, type Upload } from './read-form.server.ts'
import { recogniseType } from './recognise-type.server.ts'
import type { RejectedFile } from './rejected-file.ts'

export interface ReceivedForm {
  /** The text fields, for `parseWithZod`. */
  fields: FormData
  /** In the store, in the order of the form; empty as soon as one was rejected. */
  files: ReceivedFile[]
  rejected: RejectedFile[]
}

export interface ReceivedFile {
  fieldName: string
  name: string
  sha256: string
  bytes: number
  mediaType: string
}

const KIBIBYTE = 1024
const MEBIBYTE = 1024 * KIBIBYTE

export const FORM_LIMITS: FormLimits = {
  files: 20,
  bytesPerFile: 50 * MEBIBYTE,
  bytesOfAllFiles: 100 * MEBIBYTE,
  texts: 5000,
  bytesPerText: 256 * KIBIBYTE,
  bytesOfAllTexts: 4 * MEBIBYTE,
}

/**
 * Content that is kept here and then named by no file version, because the rest of the form was wrong, goes with the
 * next sweep.
 *
 * @throws BadInput when the form is broken, TooLarge when it has more text than a form of ours sends
 */
export async function receiveForm(
  request: Request,
  limits: FormLimits = FORM_LIMITS,
  store: FileStore = fileStore,
): Promise<ReceivedForm> {
  const { fields, uploads } = await readForm(request, limits, store)
  try {
    const judged = await Promise.all(uploads.map(judge))
    const rejected = judged.filter((one) => 'reason' in one)
    if (rejected.length > 0) return { fields, files: [], rejected }

    const files: ReceivedFile[] = []
    for (const { content, ...file } of judged.filter((one) => 'content' in one)) {
      await store.keep(content)
      files.push(file)
    }
    return { fields, files, rejected: [] }
  } finally {
    await discardUploads(uploads, store)
  }
}

async function judge(upload: Upload): Promise<RejectedFile | (ReceivedFile & { content: ReceivedContent })> {
  const { fieldName, name, declaredType } = upload
  if (upload.refused) return { fieldName, name, ...upload.refused }
  const { content } = upload
  if (content.bytes === 0) return { fieldName, name, reason: 'empty' }
  const verdict = await recogniseType({ path: content.path, name, declaredType })
  if (!verdict.accepted) return { fieldName, name, reason: verdict.reason }
  return { fieldName, name, sha256: content.sha256, bytes: content.bytes, mediaType: verdict.mediaType, content }
}
