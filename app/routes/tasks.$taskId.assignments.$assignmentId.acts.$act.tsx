import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { answerSchemas, isActOf, type TypedInAct } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { answerAssignment } from '#app/directives/acts-by-name.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { WordFields } from '#app/directives/word-fields.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`directives:act.assignment.${act}`),
}

export async function loader(args: LoaderFunctionArgs) {
  const { act } = args.params
  if (!isActOf(answerSchemas, act)) throw new NotFound()
  return { act, ...(await loadAssignmentAct(args, act)) }
}

export function action(args: ActionFunctionArgs) {
  const { act } = args.params
  if (!isActOf(answerSchemas, act)) throw new NotFound()
  return performAssignmentAct(args, {
    schema: answerSchemas[act] as z.ZodType<TypedInAct>,
    done: `directives:done.${act}`,
    perform: (asked, typed) => answerAssignment({ act, ...typed, ...asked }),
  })
}

export default function AnswerAssignment() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { act } = page
  const { shape } = answerSchemas[act]
  const [form, fields] = useActForm<TypedInAct>({ page, answer, schema: answerSchemas[act] })
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.assignment.${act}`)}
      sentence={t(`directives:actSentence.${act}`)}
      look={'reason' in shape ? 'danger' : 'primary'}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <WordFields shape={shape} fields={fields} />
    </ActFrame>
  )
}
