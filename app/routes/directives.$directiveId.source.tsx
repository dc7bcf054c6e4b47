import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useDirectiveLabels } from '#app/directives/directive-labels.ts'
import { readDirectivePage } from '#app/directives/directive-page.server.ts'
import { editSource } from '#app/directives/edit-source.server.ts'
import { sourceSchema } from '#app/directives/forms.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { SourceFields } from '#app/directives/source-fields.tsx'
import { receiveForm } from '#app/files/receive-form.server.ts'
import { rejectionErrors } from '#app/files/rejected-file.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { Revision } from '#app/ui/fields/hidden-fields.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('directives:heading.editSource') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { actor, principals } = signedIn
  const { directiveId = '' } = params
  const directive = await readDirectivePage({ directiveId, actor, principals, today: officeDay(now()) })
  if (!directive.mayEditSource) throw new Refused('directives:errors.sourceIsClosed')
  return { directive, kept: await keptFields(request, signedIn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { directiveId = '' } = params
  const { fields, files, rejected } = await receiveForm(request)
  const schema = sourceSchema.extend({ revision: z.coerce.number().pipe(z.int32()) })
  const submission = parseWithZod(fields, { schema, error: zodProblem })
  if (submission.status !== 'success' || rejected.length > 0) {
    return data(
      { lastResult: submission.reply({ fieldErrors: rejectionErrors(rejected) }), problem: null },
      { status: 400 },
    )
  }
  const { revision, ...source } = submission.value
  try {
    await editSource({ directiveId, revision, source, files, by: actor, at: now() })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(`/directives/${directiveId}`, 'directives:done.sourceEdited'))
}

export default function EditSource() {
  const t = useT()
  const { directive, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labelOf = useDirectiveLabels()
  const { sourceKind, symbol, signedOn, issuingOrgan, signer, subject, outside } = directive
  const [form, fields] = useForm<z.input<typeof sourceSchema> & { files?: string }>({
    id: 'source',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(kept, sourceSchema) ?? {
      sourceKind,
      symbol: symbol ?? '',
      signedOn: signedOn ?? '',
      issuingOrgan,
      signer: signer ?? '',
      subject,
      outside: outside ? 'on' : '',
    },
  })
  const back = `/directives/${directive.id}`
  return (
    <>
      <PageHeader
        title={t('directives:heading.editSource')}
        above={
          <Link to={back} className="link">
            {directive.symbol ?? t('directives:heading.source')}
          </Link>
        }
      />
      <ProblemNotice problem={answer?.problem} />
      <Form method="post" {...getFormProps(form)} encType="multipart/form-data" className="max-w-4xl">
        <ErrorSummary form={form} labelOf={labelOf} />
        <Revision value={directive.revision} />
        <SourceFields fields={fields} files={fields.files} />
        <div className="flex flex-wrap gap-3">
          <Button>{t('save')}</Button>
          <LinkButton to={back}>{t('cancel')}</LinkButton>
        </div>
      </Form>
    </>
  )
}
