import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { extensionSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { requestExtension } from '#app/directives/assignment-acts.server.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
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
  const [form, fields] = useForm<z.input<typeof extensionSchema>>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(page.kept, extensionSchema),
  })
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
      <DayField field={fields.dueOn} label={t('directives:field.newDueOn')} required />
      <TextArea
        field={fields.reason}
        label={t('directives:field.reason')}
        hint={t('directives:field.reasonHint')}
        required
      />
    </ActFrame>
  )
}
