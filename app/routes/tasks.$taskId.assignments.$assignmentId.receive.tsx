import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { z } from 'zod'
import { useT } from '#app/i18n/use-t.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.receive') }

export const loader = (args: LoaderFunctionArgs) => loadAssignmentAct(args, 'receive')

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, { schema: z.object({}), done: 'directives:done.receive', perform: receiveAssignment })

export default function ReceiveAssignment() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form] = useForm({ id: 'act', lastResult: answer?.lastResult ?? null })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.assignment.receive')}
      sentence={t('directives:actSentence.receive')}
      answer={answer}
      form={form}
      labelOf={(name) => name}
    />
  )
}
