import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActFrame } from '#app/directives/act-frame.tsx'
import { askedOf, askedSchema, readActPage } from '#app/directives/act-page.server.ts'
import { reportSchema } from '#app/directives/forms.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { taskPath } from '#app/directives/paths.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { ACCEPT_ATTRIBUTE } from '#app/files/accepted-types.ts'
import { receiveForm } from '#app/files/receive-form.server.ts'
import { rejectionErrors } from '#app/files/rejected-file.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { DayField } from '#app/ui/fields/day-field.tsx'
import { FileField } from '#app/ui/fields/file-field.tsx'
import { TextArea } from '#app/ui/fields/text-area.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { isLead }) => t(`directives:act.assignment.${isLead ? 'passUp' : 'report'}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  return readActPage({ request, signedIn, taskId, assignmentId, act: 'report' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  const { fields, files, rejected } = await receiveForm(request)
  const submission = parseWithZod(fields, { schema: reportSchema.extend(askedSchema.shape), error: zodProblem })
  if (submission.status !== 'success' || rejected.length > 0) {
    const lastResult = submission.reply({ fieldErrors: rejectionErrors(rejected) })
    return data({ lastResult, problem: null }, { status: 400 })
  }
  try {
    const { text, documentSymbol, documentOn } = submission.value
    const result = { text, documentSymbol, documentOn }
    await reportResult({ ...askedOf(signedIn, assignmentId, submission.value), result, files })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(taskId), 'directives:done.report'))
}

export default function ReportResult() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ text: string; documentSymbol?: string; documentOn?: string; files?: string }>({
    id: 'act',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(page.kept, reportSchema),
  })
  const name = page.isLead ? 'passUp' : 'report'
  const labels = {
    text: t('directives:field.result'),
    documentSymbol: t('directives:field.documentSymbol'),
    documentOn: t('directives:field.documentOn'),
    files: t('directives:field.files'),
  }
  return (
    <ActFrame
      page={page}
      title={t(`directives:act.assignment.${name}`)}
      sentence={t(`directives:actSentence.${name}`)}
      answer={answer}
      form={form}
      labelOf={(name) => labels[name as keyof typeof labels] ?? name}
      multipart
    >
      <TextArea field={fields.text} label={labels.text} rows={6} required />
      <TextField field={fields.documentSymbol} label={labels.documentSymbol} />
      <DayField field={fields.documentOn} label={labels.documentOn} />
      <FileField field={fields.files} label={labels.files} multiple accept={ACCEPT_ATTRIBUTE} />
    </ActFrame>
  )
}
