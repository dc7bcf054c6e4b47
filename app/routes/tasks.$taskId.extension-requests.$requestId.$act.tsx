import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { extensionAnswerSchemas, isActOf, type TypedInAct } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { readActPage } from '#app/directives/act-page.server.ts'
import { answerExtensionRequest } from '#app/directives/acts-by-name.server.ts'
import { ExtensionLines } from '#app/directives/extension-list.tsx'
import { performAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { WordFields } from '#app/directives/word-fields.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { DueDayField } from '#app/due-days/due-day-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`directives:act.extensionRequest.${act}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', requestId = '', act } = params
  if (!isActOf(extensionAnswerSchemas, act)) throw new NotFound()
  return { act, ...(await readActPage({ request, signedIn, taskId, requestId, act })) }
}

export function action({ request, params }: ActionFunctionArgs) {
  const { taskId = '', requestId = '', act } = params
  if (!isActOf(extensionAnswerSchemas, act)) throw new NotFound()
  return performAct({
    request,
    taskId,
    subjectId: requestId,
    schema: extensionAnswerSchemas[act] as z.ZodType<TypedInAct>,
    done: `directives:done.${act}`,
    perform: (asked, typed) => answerExtensionRequest({ act, ...typed, ...asked }),
  })
}

const sentences = { grant: 'grant', refuse: 'refuseExtension', withdraw: 'withdrawRequest' } as const

export default function AnswerExtensionRequest() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { act, asked } = page
  const schema = extensionAnswerSchemas[act]
  const [form, fields] = useActForm<TypedInAct>({ page, answer, schema, proposed: { dueOn: asked?.askedDay } })
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.extensionRequest.${act}`)}
      sentence={t(`directives:actSentence.${sentences[act]}`)}
      look={act === 'refuse' ? 'danger' : 'primary'}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      {asked && (
        <div className="mb-4">
          <ExtensionLines request={asked} />
        </div>
      )}
      {act === 'grant' && <DueDayField field={fields.dueOn} label={t('directives:field.grantedDueOn')} required />}
      <WordFields shape={schema.shape} fields={fields} />
    </ActFrame>
  )
}
