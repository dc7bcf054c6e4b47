import { BadInput } from '#app/platform/errors.ts'

/** A staff list of twenty thousand lines is some 3 MB. */
const MOST_BYTES = 5_000_000

export interface ReceivedCsv {
  /** Null when no file was chosen, or one too large to be a staff list. */
  bytes: Uint8Array | null
  takeGoodLines: boolean
}

/** The file stays in memory: it is read once and not kept. */
export async function receiveCsv(request: Request): Promise<ReceivedCsv> {
  if (Number(request.headers.get('content-length') ?? 0) > 2 * MOST_BYTES) throw new BadInput('bodyTooLarge')
  const form = await request.formData()
  const file = form.get('file')
  const isFile = file instanceof File && file.size > 0 && file.size <= MOST_BYTES
  return {
    bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : null,
    takeGoodLines: form.get('takeGoodLines') === 'on',
  }
}
