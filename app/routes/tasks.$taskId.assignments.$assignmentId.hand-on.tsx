import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { tellAbsences } from '#app/absences/tell-absences.server.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { readHandOnChoices } from '#app/directives/choices.server.ts'
import { DelegateRows } from '#app/directives/delegate-rows.tsx'
import { handOnSchema } from '#app/directives/act-forms.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.delegate') }

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(args.request)
  const page = await loadAssignmentAct(args, 'delegate')
  const choices = await readHandOnChoices(args.params.assignmentId!, person.id, officeDay(now()))
  const form = { request: args.request, organId: person.organId, dueOn: page.dueOn }
  return { ...page, choices: await tellAbsences(choices, form) }
}

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, {
    schema: handOnSchema,
    done: 'directives:done.delegate',
    perform: (asked, { delegates }) => handOn({ ...asked, delegates }),
  })

export default function HandOn() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof handOnSchema>>({
    page,
    answer,
    schema: handOnSchema,
    proposed: { delegates: [{ dueOn: page.dueOn ?? '' }] },
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
