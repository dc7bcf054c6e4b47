import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { reopeningSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { reopenTask } from '#app/directives/task-acts.server.ts'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.reopen') }

export const loader = (args: LoaderFunctionArgs) => loadTaskAct(args, 'reopen')

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: reopeningSchema,
    done: 'directives:done.reopen',
    perform: (asked, { reason, dueOn }) => reopenTask({ ...asked, reason, dueOn }),
  })

export default function ReopenTask() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof reopeningSchema>>({ page, answer, schema: reopeningSchema })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.reopen')}
      sentence={t('directives:actSentence.reopen')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      <DueDayField
        field={fields.dueOn}
        label={t('directives:field.newDueOn')}
        hint={t('directives:field.reopenDueOnHint')}
      />
      <ReasonField field={fields.reason} />
    </ActFrame>
  )
}
