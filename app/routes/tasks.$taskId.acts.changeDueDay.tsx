import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { dueDayChangeSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { changeDueDay } from '#app/directives/task-acts.server.ts'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { CheckboxField } from '#app/ui/fields/checkbox-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.changeDueDay') }

export const loader = (args: LoaderFunctionArgs) => loadTaskAct(args, 'changeDueDay')

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: dueDayChangeSchema,
    done: 'directives:done.changeDueDay',
    perform: (asked, { dueOn, reason }) => changeDueDay({ ...asked, dueOn: dueOn ?? null, reason }),
  })

export default function ChangeDueDay() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof dueDayChangeSchema>>({ page, answer, schema: dueDayChangeSchema })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.changeDueDay')}
      sentence={t('directives:actSentence.changeDueDay')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      <div data-fields className="flex flex-wrap items-end gap-x-4">
        <DueDayField field={fields.dueOn} label={t('directives:field.newDueOn')} />
        <CheckboxField field={fields.openEnded} label={t('directives:field.openEnded')} />
      </div>
      <ReasonField field={fields.reason} />
    </ActFrame>
  )
}
