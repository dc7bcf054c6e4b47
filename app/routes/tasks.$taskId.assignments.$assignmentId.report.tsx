import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { loadAssignmentAct } from '#app/directives/act-page.server.ts'
import { performAssignmentAct } from '#app/directives/perform-act.server.ts'
import { reportSchema } from '#app/directives/act-forms.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { useActForm } from '#app/directives/use-act-form.ts'
import { ACCEPT_ATTRIBUTE } from '#app/files/accepted-types.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { FileField } from '#app/ui/fields/file-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { isLead }) => t(`directives:act.assignment.${isLead ? 'passUp' : 'report'}`),
}

export const loader = (args: LoaderFunctionArgs) => loadAssignmentAct(args, 'report')

export const action = (args: ActionFunctionArgs) =>
  performAssignmentAct(args, {
    schema: reportSchema,
    done: 'directives:done.report',
    perform: (asked, result, files) => reportResult({ ...asked, result, files }),
  })

export default function ReportResult() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useActForm<z.input<typeof reportSchema> & { files?: string }>({
    page,
    answer,
    schema: reportSchema,
  })
  const name = page.isLead ? 'passUp' : 'report'
  const labels = {
    text: t('directives:field.result'),
    documentSymbol: t('directives:field.documentSymbol'),
    documentOn: t('directives:field.documentOn'),
    files: t('directives:field.files'),
    latenessReason: t('directives:field.latenessReason'),
    withoutSupportersReason: t('directives:field.withoutSupportersReason'),
  }
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.assignment.${name}`)}
      sentence={t(`directives:actSentence.${page.isContribution ? 'contribute' : name}`)}
      answer={answer}
      form={form}
      labelOf={(name) => labels[name as keyof typeof labels] ?? name}
      multipart
    >
      <TextArea field={fields.text} label={labels.text} rows={6} required />
      <TextField field={fields.documentSymbol} label={labels.documentSymbol} />
      <DayField field={fields.documentOn} label={labels.documentOn} />
      {page.isLate && page.dueOn && (
        <TextArea
          field={fields.latenessReason}
          label={labels.latenessReason}
          hint={t('directives:field.latenessReasonHint', { day: formatDay(page.dueOn) })}
          rows={2}
          required
        />
      )}
      {page.openSupporters.length > 0 && (
        <TextArea
          field={fields.withoutSupportersReason}
          label={labels.withoutSupportersReason}
          hint={t('directives:field.withoutSupportersReasonHint', { units: page.openSupporters.join(', ') })}
          rows={2}
          required
        />
      )}
      <FileField field={fields.files} label={labels.files} multiple accept={ACCEPT_ATTRIBUTE} />
    </ActFrame>
  )
}
