import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { askedOf, askedSchema, readActPage } from '#app/directives/act-page.server.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { taskPath } from '#app/directives/paths.ts'
import { decideTask } from '#app/directives/decide-task.server.ts'
import { decisionSchemas, isDecision } from '#app/directives/forms.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { NotFound } from '#app/platform/errors.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`directives:act.task.${act}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', act } = params
  if (!isDecision(act)) throw new NotFound()
  return { act, ...(await readActPage({ request, signedIn, taskId, act })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', act } = params
  if (!isDecision(act)) throw new NotFound()
  const schema = decisionSchemas[act].extend(askedSchema.shape)
  const submission = parseWithZod(await request.formData(), { schema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  }
  try {
    await decideTask({ act, ...submission.value, ...askedOf(signedIn, taskId, submission.value) })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(taskId), `directives:done.${act}`))
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
