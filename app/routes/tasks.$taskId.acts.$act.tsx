import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { decisionSchemas, isActOf, type TypedInAct } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { decideTask } from '#app/directives/acts-by-name.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { WordFields } from '#app/directives/word-fields.tsx'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { act }) => t(`directives:act.task.${act}`),
}

export async function loader(args: LoaderFunctionArgs) {
  const { act } = args.params
  if (!isActOf(decisionSchemas, act)) throw new NotFound()
  return { act, ...(await loadTaskAct(args, act)) }
}

export function action(args: ActionFunctionArgs) {
  const { act } = args.params
  if (!isActOf(decisionSchemas, act)) throw new NotFound()
  return performTaskAct(args, {
    schema: decisionSchemas[act] as z.ZodType<TypedInAct>,
    done: `directives:done.${act}`,
    perform: (asked, typed) => decideTask({ act, ...typed, ...asked }),
  })
}

/** What takes something from the unit, or leaves the matter open. */
const dangerous = new Set(['discard', 'takeBack', 'insist', 'suspend', 'sendBack', 'revoke'])

export default function DecideTask() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { act } = page
  const { shape } = decisionSchemas[act]
  const [form, fields] = useActForm<TypedInAct>({ page, answer, schema: decisionSchemas[act] })
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.task.${act}`)}
      sentence={t(`directives:actSentence.${act === 'insist' ? 'insistTask' : act}`)}
      look={dangerous.has(act) ? 'danger' : 'primary'}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <WordFields shape={shape} fields={fields} />
    </ActFrame>
  )
}
