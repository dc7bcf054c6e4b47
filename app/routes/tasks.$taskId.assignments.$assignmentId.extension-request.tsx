import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { extensionSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { requestExtension } from '#app/directives/assignment-acts.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.requestExtension') }

export const loader = (args: LoaderFunctionArgs) => loadAssignmentAct(args, 'requestExtension')

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, {
    schema: extensionSchema,
    done: 'directives:done.requestExtension',
    perform: (asked, { dueOn, reason }) => requestExtension({ ...asked, dueOn, reason }),
  })

export default function RequestExtension() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof extensionSchema>>({ page, answer, schema: extensionSchema })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.assignment.requestExtension')}
      sentence={t('directives:actSentence.requestExtension')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      <DueDayField field={fields.dueOn} label={t('directives:field.newDueOn')} required />
      <ReasonField field={fields.reason} />
    </ActFrame>
  )
}
