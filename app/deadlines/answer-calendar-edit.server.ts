import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { BadInput } from '#app/platform/errors.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { type CalendarEdit, calendarEditSchema } from './calendar-forms.ts'
import { type CalendarLook, lookAtEdit } from './calendar-look.server.ts'
import { changeCalendar } from './change-calendar.server.ts'
import { yearOf } from './working-calendar.server.ts'

/** The course of a form about days: where due days move with them it is looked at and then approved, otherwise carried out at once. */
export async function answerDays<Schema extends z.ZodType<Record<string, unknown>>>(
  request: Request,
  act: AdministratorAct,
  schema: Schema,
  editOf: (value: z.output<Schema>) => CalendarEdit,
) {
  const form = await request.formData()
  if (form.has('edit')) return answerApproval(form, act)
  const submission = parseWithZod(form, { schema, error: zodProblem })
  const nothing = { problem: null, look: null }
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), ...nothing }, { status: 400 })
  try {
    const look = await lookAtEdit({ ...act, edit: editOf(submission.value) })
    if (look.total > 0) return data({ ...nothing, lastResult: submission.reply(), look })
    return await carryOut(act, look)
  } catch (error) {
    const kept = keepForm(submission, error)
    return data({ ...nothing, ...kept.data }, kept.init ?? {})
  }
}

const approvalSchema = z.object({
  edit: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('The change is not written as the page of its look writes it.')
        return z.NEVER
      }
    })
    .pipe(calendarEditSchema),
  seen: z.string(),
  requestKey: z.uuid(),
})

/** The change as the page of its look sends it back, to be carried out. @throws BadInput where it is something else */
export function answerApproval(form: FormData, act: AdministratorAct) {
  const approved = approvalSchema.safeParse(Object.fromEntries(form))
  if (!approved.success) throw new BadInput('badRequest')
  return carryOut(act, approved.data)
}

async function carryOut(act: AdministratorAct, looked: Pick<CalendarLook, 'edit' | 'seen' | 'requestKey'>) {
  const { wasDone, changeId } = await changeCalendar({ ...act, ...looked })
  if (changeId) return redirect(`/admin/calendar/changes/${changeId}`)
  if (wasDone) return redirect(changedAt(looked.edit))
  const look = await lookAtEdit({ ...act, edit: looked.edit })
  const problem = { code: 'workingCalendar:errors.lookAgain', values: {} }
  return data({ lastResult: null, problem, look }, { status: 409 })
}

/** The year in which a change shows. */
function changedAt({ put, removed }: CalendarEdit): string {
  const [first] = [...put.map(({ day }) => day), ...removed].sort()
  return doneAt(`/admin/calendar${first ? `?year=${yearOf(first)}` : ''}`, 'workingCalendar:done.changed')
}
