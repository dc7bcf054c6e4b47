import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { progressSchema } from '#app/directives/act-forms.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { useActForm } from '#app/directives/use-act-form.ts'
import { ACCEPT_ATTRIBUTE } from '#app/files/accepted-types.ts'
import { useT } from '#app/i18n/use-t.ts'
import { FileField } from '#app/ui/fields/file-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:act.assignment.progress') }

export const loader = (args: LoaderFunctionArgs) => loadAssignmentAct(args, 'progress')

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, {
    schema: progressSchema,
    done: 'directives:done.progress',
    perform: (asked, progress, files) => reportProgress({ ...asked, progress, files }),
  })

export default function ReportProgress() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<{ text: string; percent: number; difficulties?: string; files?: string }>({
    page,
    answer,
    schema: progressSchema,
    proposed: { percent: page.percent },
  })
  const labels = {
    text: t('directives:field.text'),
    percent: t('directives:field.percent'),
    difficulties: t('directives:field.difficulties'),
    files: t('directives:field.files'),
  }
  return (
    <ActFrame
      page={page}
      title={t('directives:act.assignment.progress')}
      answer={answer}
      form={form}
      labelOf={(name) => labels[name as keyof typeof labels] ?? name}
      multipart
    >
      <TextArea field={fields.text} label={labels.text} required />
      <TextField field={fields.percent} label={labels.percent} type="number" inputMode="numeric" required />
      <TextArea field={fields.difficulties} label={labels.difficulties} rows={2} />
      <FileField field={fields.files} label={labels.files} multiple accept={ACCEPT_ATTRIBUTE} />
    </ActFrame>
  )
}
