import { data } from '@remix-run/node'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { BadInput } from '#app/platform/errors.ts'
import { answerApproval } from '../answer-calendar-edit.server.ts'
import { lookAtEdit } from '../calendar-look.server.ts'
import { editInFile } from './look-at-file.server.ts'

const MOST_BYTES = 1_000_000

/** The course of an import: the file is looked at, and what was looked at is written. */
export async function answerImport(request: Request, act: AdministratorAct) {
  if (Number(request.headers.get('content-length') ?? 0) > 2 * MOST_BYTES) throw new BadInput('bodyTooLarge')
  const form = await request.formData()
  if (form.has('edit')) return answerApproval(form, act)
  const nothing = { fileMissing: false, faults: [], problem: null, look: null }
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0 || file.size > MOST_BYTES) {
    return data({ ...nothing, fileMissing: true }, { status: 400 })
  }
  const { edit, faults } = await editInFile({ ...act, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (faults.length > 0) return data({ ...nothing, faults }, { status: 422 })
  return data({ ...nothing, look: await lookAtEdit({ ...act, edit }) })
}
