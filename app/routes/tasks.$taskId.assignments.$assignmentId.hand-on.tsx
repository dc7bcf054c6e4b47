import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { askedOf, askedSchema, readActPage } from '#app/directives/act-page.server.ts'
import { readHandOnChoices } from '#app/directives/choices.server.ts'
import { DelegateRows } from '#app/directives/delegate-rows.tsx'
import { handOnSchema } from '#app/directives/forms.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { taskPath } from '#app/directives/paths.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.delegate') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  const page = await readActPage({ request, signedIn, taskId, assignmentId, act: 'delegate' })
  const choices = await readHandOnChoices(assignmentId, signedIn.person.id, officeDay(now()))
  return { ...page, choices }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  const schema = handOnSchema.extend(askedSchema.shape)
  const submission = parseWithZod(await request.formData(), { schema, error: zodProblem })
  if (submission.status !== 'success') {
    // A row added or taken away is no fault of the form.
    const status = submission.status === 'error' ? 400 : 200
    return data({ lastResult: submission.reply(), problem: null }, { status })
  }
  try {
    const { delegates } = submission.value
    await handOn({ ...askedOf(signedIn, assignmentId, submission.value), delegates })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(taskId), 'directives:done.delegate'))
}

export default function HandOn() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<typeof handOnSchema>>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(page.kept, handOnSchema) ?? { delegates: [{ dueOn: page.dueOn ?? '' }] },
  })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.assignment.delegate')}
      answer={answer}
      form={form}
      labelOf={(name) => (({ delegates: t('directives:field.holder') }) as Record<string, string>)[name] ?? name}
    >
      <DelegateRows form={form} field={fields.delegates} choices={page.choices} latest={page.dueOn} />
    </ActFrame>
  )
}
