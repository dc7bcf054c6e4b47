import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { readActPage } from '#app/directives/act-page.server.ts'
import { performAct } from '#app/directives/perform-act.server.ts'
import { readDirectiveChoices } from '#app/directives/choices.server.ts'
import { useDirectiveLabels } from '#app/directives/directive-labels.ts'
import { readDraft } from '#app/directives/draft.server.ts'
import { editTask } from '#app/directives/edit-task.server.ts'
import { editedTaskSchema } from '#app/directives/forms.ts'
import { PeopleFields } from '#app/directives/people-fields.tsx'
import { TaskFields } from '#app/directives/task-fields.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:heading.editTask') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '' } = params
  const page = await readActPage({ request, signedIn, taskId, act: 'edit' })
  const [draft, choices] = await Promise.all([
    readDraft(taskId, signedIn.principals),
    readDirectiveChoices(signedIn.organ.id, officeDay(now())),
  ])
  const form = { request, organId: signedIn.organ.id, dueOn: page.dueOn }
  return { ...page, draft, choices: await tellAllAbsences(choices, form) }
}

export function action({ request, params }: ActionFunctionArgs) {
  const { taskId = '' } = params
  return performAct({
    request,
    taskId,
    subjectId: taskId,
    schema: editedTaskSchema,
    done: 'directives:done.edit',
    perform: (asked, task) => editTask({ ...asked, task }),
  })
}

export default function EditDraft() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labelOf = useDirectiveLabels()
  const [form, fields] = useActForm<z.input<typeof editedTaskSchema>>({
    page,
    answer,
    schema: editedTaskSchema,
    proposed: page.draft,
  })
  return (
    <ActFrame page={page} title={t('directives:heading.editTask')} answer={answer} form={form} labelOf={labelOf}>
      <TaskFields form={form} fields={fields} units={page.choices.units} chargedFields={page.choices.fields} />
      <PeopleFields form={form} fields={fields} choices={page.choices} />
    </ActFrame>
  )
}
