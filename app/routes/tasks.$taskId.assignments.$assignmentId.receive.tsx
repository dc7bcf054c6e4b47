import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { askedOf, askedSchema, readActPage } from '#app/directives/act-page.server.ts'
import { taskPath } from '#app/directives/paths.ts'
import { receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.receive') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  return readActPage({ request, signedIn, taskId, assignmentId, act: 'receive' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  const submission = parseWithZod(await request.formData(), { schema: askedSchema, error: zodProblem })
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  }
  try {
    await receiveAssignment(askedOf(signedIn, assignmentId, submission.value))
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(taskId), 'directives:done.receive'))
}

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
