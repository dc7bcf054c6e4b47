import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { outsideDecisionSchema } from '#app/directives/act-forms.ts'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { useActLabels } from '#app/directives/act-labels.ts'
import { loadTaskAct } from '#app/directives/act-page.server.ts'
import { performTaskAct } from '#app/directives/perform-act.server.ts'
import { PresentDueDay } from '#app/directives/present-due-day.tsx'
import { recordOutsideDecision } from '#app/directives/task-acts.server.ts'
import { useActForm } from '#app/directives/use-act-form.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { SelectField } from '#app/ui/fields/select-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { outsideDecisions } from '#workflows/task/events.ts'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.task.recordOutsideDecision') }

export const loader = (args: LoaderFunctionArgs) => loadTaskAct(args, 'recordOutsideDecision')

export const action = (args: ActionFunctionArgs) =>
  performTaskAct(args, {
    schema: outsideDecisionSchema,
    done: 'directives:done.recordOutsideDecision',
    perform: (asked, decided) => recordOutsideDecision({ ...asked, decided }),
  })

export default function RecordOutsideDecision() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof outsideDecisionSchema>>({
    page,
    answer,
    schema: outsideDecisionSchema,
  })
  return (
    <ActFrame
      page={page}
      title={t('directives:act.task.recordOutsideDecision')}
      sentence={t('directives:actSentence.recordOutsideDecision')}
      answer={answer}
      form={form}
      labelOf={useActLabels()}
    >
      <PresentDueDay page={page} />
      <SelectField
        field={fields.decision}
        label={t('directives:field.decision')}
        options={outsideDecisions.map((value) => ({ value, label: t(`directives:outsideDecision.${value}`) }))}
        required
      />
      <TextField field={fields.documentSymbol} label={t('directives:field.outsideSymbol')} required />
      <DayField field={fields.documentOn} label={t('directives:field.outsideDocumentOn')} required />
      <DayField
        field={fields.outerDueOn}
        label={t('directives:field.newOuterDueOn')}
        hint={t('directives:field.newOuterDueOnHint')}
      />
      <TextArea field={fields.comment} label={t('directives:field.comment')} />
    </ActFrame>
  )
}
