import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { supportersSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { SupporterRows } from '#app/directives/supporter-rows.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.addSupporters') }

export async function loader(args: LoaderFunctionArgs) {
  const page = await loadTaskAct(args, 'addSupporters')
  const { person } = await requireSignedIn(args.request)
  const choices = await readFilterChoices(person.organId, officeDay(now()), {})
  const form = { request: args.request, organId: person.organId, dueOn: page.dueOn }
  return { ...page, choices: await tellAllAbsences(choices, form) }
}

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: supportersSchema,
    done: 'directives:done.addSupporters',
    perform: (asked, { supporters }) => addSupporters({ ...asked, supporters }),
  })

export default function AddSupporters() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof supportersSchema>>({
    page,
    answer,
    schema: supportersSchema,
    proposed: { supporters: [{}] },
  })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.addSupporters')}
      sentence={t('directives:actSentence.addSupporters')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      <SupporterRows form={form} field={fields.supporters} units={page.choices.units} />
    </ActFrame>
  )
}
