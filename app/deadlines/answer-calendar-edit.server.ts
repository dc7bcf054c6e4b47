import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { doneAt } from '#app/ui/done.ts'
import type { CalendarEdit } from './calendar-forms.ts'
import { changeCalendar } from './change-calendar.server.ts'
import { yearOf } from './working-calendar.server.ts'

/** The course of a form about days of the calendar. */
export async function answerDays<Schema extends z.ZodType<Record<string, unknown>>>(
  request: Request,
  act: AdministratorAct,
  schema: Schema,
  editOf: (value: z.output<Schema>) => CalendarEdit,
) {
  const submission = parseWithZod(await request.formData(), { schema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  try {
    const edit = editOf(submission.value)
    await changeCalendar({ ...act, edit })
    return redirect(changedAt(edit))
  } catch (error) {
    return keepForm(submission, error)
  }
}

/** The year in which a change shows. */
export function changedAt({ put, removed }: CalendarEdit): string {
  const [first] = [...put.map(({ day }) => day), ...removed].sort()
  return doneAt(`/admin/calendar${first ? `?year=${yearOf(first)}` : ''}`, 'workingCalendar:done.changed')
}
