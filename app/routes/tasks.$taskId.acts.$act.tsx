import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { readActPage } from '#app/directives/act-page.server.ts'
import { performAct } from '#app/directives/perform-act.server.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { decideTask } from '#app/directives/decide-task.server.ts'
import { decisionSchemas, isDecision } from '#app/directives/forms.ts'
import { useT } from '#app/i18n/use-t.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`directives:act.task.${act}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', act } = params
  if (!isDecision(act)) throw new NotFound()
  return { act, ...(await readActPage({ request, signedIn, taskId, act })) }
}

export function action({ request, params }: ActionFunctionArgs) {
  const { taskId = '', act } = params
  if (!isDecision(act)) throw new NotFound()
  return performAct({
    request,
    taskId,
    subjectId: taskId,
    schema: decisionSchemas[act] as z.ZodType<{ reason?: string; comment?: string }>,
    done: `directives:done.${act}`,
    perform: (asked, typed) => decideTask({ act, ...typed, ...asked }),
  })
}

export default function DecideTask() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { act } = page
  const schema = decisionSchemas[act]
  const [form, fields] = useForm<{ reason?: string; comment?: string }>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(page.kept, schema),
  })
  const needsReason = 'reason' in schema.shape
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.task.${act}`)}
      sentence={t(`directives:actSentence.${act}`)}
      look={needsReason || act === 'discard' ? 'danger' : 'primary'}
      answer={answer}
      form={form}
      labelOf={(name) =>
        (({ reason: t('directives:field.reason'), comment: t('directives:field.comment') }) as Record<string, string>)[
          name
        ] ?? name
      }
    >
      {needsReason && (
        <TextArea
          field={fields.reason}
          label={t('directives:field.reason')}
          hint={t('directives:field.reasonHint')}
          required
        />
      )}
      {act === 'accept' && <TextArea field={fields.comment} label={t('directives:field.comment')} />}
    </ActFrame>
  )
}
