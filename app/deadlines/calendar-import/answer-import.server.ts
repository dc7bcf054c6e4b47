import { data, redirect } from '@remix-run/node'
import { BadInput } from '#app/platform/errors.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { changedAt } from '../answer-calendar-edit.server.ts'
import { calendarEditSchema } from '../calendar-forms.ts'
import { lookAtEdit } from '../calendar-look.server.ts'
import { changeCalendar } from '../change-calendar.server.ts'
import { editInFile } from './look-at-file.server.ts'

const MOST_BYTES = 1_000_000

/** The course of an import: the file is looked at, and what was looked at is written. */
export async function answerImport(request: Request, act: AdministratorAct) {
  if (Number(request.headers.get('content-length') ?? 0) > 2 * MOST_BYTES) throw new BadInput('bodyTooLarge')
  const form = await request.formData()
  const looked = form.get('edit')
  if (typeof looked === 'string') {
    const edit = editFrom(looked)
    await changeCalendar({ ...act, edit })
    return redirect(changedAt(edit))
  }
  const nothing = { fileMissing: false, faults: [], look: null }
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0 || file.size > MOST_BYTES) {
    return data({ ...nothing, fileMissing: true }, { status: 400 })
  }
  const { edit, faults } = await editInFile({ ...act, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (faults.length > 0) return data({ ...nothing, faults }, { status: 422 })
  return data({ ...nothing, look: await lookAtEdit({ ...act, edit }) })
}

/** The change as the page of its look sends it back. */
function editFrom(text: string) {
  try {
    return calendarEditSchema.parse(JSON.parse(text))
  } catch {
    throw new BadInput('badRequest')
  }
}
