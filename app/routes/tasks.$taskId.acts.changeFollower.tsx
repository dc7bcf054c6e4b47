import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { followerChangeSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { changeFollower } from '#app/directives/change-people.server.ts'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.changeFollower') }

export async function loader(args: LoaderFunctionArgs) {
  const page = await loadTaskAct(args, 'changeFollower')
  const { person } = await requireSignedIn(args.request)
  const choices = await readFilterChoices(person.organId, officeDay(now()), {})
  const form = { request: args.request, organId: person.organId, dueOn: page.dueOn }
  return { ...page, choices: await tellAllAbsences(choices, form) }
}

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: followerChangeSchema,
    done: 'directives:done.changeFollower',
    perform: (asked, { followerId }) => changeFollower({ ...asked, followerId }),
  })

export default function ChangeFollower() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof followerChangeSchema>>({
    page,
    answer,
    schema: followerChangeSchema,
  })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.changeFollower')}
      sentence={t('directives:actSentence.changeFollower')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <SelectField
        field={fields.followerId}
        label={t('directives:field.newFollower')}
        options={page.choices.followers}
        required
      />
    </ActFrame>
  )
}
