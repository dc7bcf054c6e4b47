import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { reasonFormSchema } from '#app/directives/act-forms.ts'
import { sendBack } from '#app/directives/simple-acts.server.ts'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.sendBack') }

export const loader = (args: LoaderFunctionArgs) => loadAssignmentAct(args, 'sendBack')

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, {
    schema: reasonFormSchema,
    done: 'directives:done.sendBackReport',
    perform: (asked, { reason }) => sendBack({ ...asked, reason }),
  })

export default function SendBackReport() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<{ reason: string }>({ page, answer, schema: reasonFormSchema })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.assignment.sendBack')}
      sentence={t('directives:actSentence.sendBackReport')}
      look="danger"
      answer={answer}
      form={form}
      labelOf={(name) => (({ reason: t('directives:field.reason') }) as Record<string, string>)[name] ?? name}
    >
      <ReasonField field={fields.reason} />
    </ActFrame>
  )
}
