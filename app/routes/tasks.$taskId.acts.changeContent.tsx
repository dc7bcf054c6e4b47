import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { contentChangeSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { changeContent } from '#app/directives/change-content.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.changeContent') }

export const loader = (args: LoaderFunctionArgs) => loadTaskAct(args, 'changeContent')

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: contentChangeSchema,
    done: 'directives:done.changeContent',
    perform: (asked, { content, reason }) => changeContent({ ...asked, content, reason }),
  })

export default function ChangeContent() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof contentChangeSchema>>({
    page,
    answer,
    schema: contentChangeSchema,
    proposed: { content: page.content },
  })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.changeContent')}
      sentence={t('directives:actSentence.changeContent')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <TextArea field={fields.content} label={t('directives:field.content')} rows={6} required />
      <ReasonField field={fields.reason} />
    </ActFrame>
  )
}
