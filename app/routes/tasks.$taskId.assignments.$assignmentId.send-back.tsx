import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { askedOf, askedSchema, readActPage } from '#app/directives/act-page.server.ts'
import { reasonFormSchema } from '#app/directives/forms.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { taskPath } from '#app/directives/paths.ts'
import { sendBack } from '#app/directives/simple-acts.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.sendBack') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  return readActPage({ request, signedIn, taskId, assignmentId, act: 'sendBack' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  const schema = reasonFormSchema.extend(askedSchema.shape)
  const submission = parseWithZod(await request.formData(), { schema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  }
  try {
    await sendBack({ ...askedOf(signedIn, assignmentId, submission.value), reason: submission.value.reason })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(taskId), 'directives:done.sendBackReport'))
}

export default function SendBackReport() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(page.kept, reasonFormSchema),
  })
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
      <TextArea
        field={fields.reason}
        label={t('directives:field.reason')}
        hint={t('directives:field.reasonHint')}
        required
      />
    </ActFrame>
  )
}
