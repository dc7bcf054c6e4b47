import { z } from 'zod'
import { FORM_LIMITS, receiveForm, type ReceivedFile } from '#app/files/receive-form.server.ts'
import { rejectionErrors } from '#app/files/rejected-file.ts'
import { BadInput } from '#app/platform/errors.ts'

/** Ten thousand rows are some two megabytes. */
const MOST_BYTES = 10 * 1024 * 1024

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ReceivedWorkbook = { file: ReceivedFile; requestKey: string } | { errors: string[] }

/** The posted workbook, kept in the store until it is looked through; or why it is none, for beside the input. */
export async function receiveWorkbook(request: Request): Promise<ReceivedWorkbook> {
  const limits = { ...FORM_LIMITS, files: 1, bytesPerFile: MOST_BYTES, bytesOfAllFiles: MOST_BYTES }
  const { fields, files, rejected } = await receiveForm(request, limits)
  const requestKey = z.uuid().safeParse(fields.get('requestKey'))
  if (!requestKey.success) throw new BadInput('badRequest')
  if (rejected.length > 0) return { errors: Object.values(rejectionErrors(rejected)).flat() }
  const [file] = files
  if (!file) return { errors: ['taskImports:fileMissing'] }
  return file.mediaType === XLSX ? { file, requestKey: requestKey.data } : { errors: ['taskImports:notXlsx'] }
}
