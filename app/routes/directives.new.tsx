import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { readDirectiveChoices } from '#app/directives/choices.server.ts'
import { useDirectiveLabels } from '#app/directives/directive-labels.ts'
import { enterDirective } from '#app/directives/enter-directive.server.ts'
import { directiveSchema } from '#app/directives/forms.ts'
import { keptValues } from '#app/directives/kept-values.ts'
import { PeopleFields } from '#app/directives/people-fields.tsx'
import { mayEnterDirectives } from '#app/directives/policy.ts'
import { SourceFields } from '#app/directives/source-fields.tsx'
import { TaskRows } from '#app/directives/task-rows.tsx'
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
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('directives:heading.newDirective') }

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const { actor, organ } = signedIn
  if (!mayEnterDirectives(actor)) throw new Refused('directives:errors.notEntering')
  const choices = await readDirectiveChoices(organ.id, officeDay(now()))
  return {
    requestKey: newId(),
    organName: organ.name,
    choices: await tellAllAbsences(choices, { request, organId: organ.id }),
    kept: await keptFields(request, signedIn),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { fields, files, rejected } = await receiveForm(request)
  const schema = directiveSchema.extend({ requestKey: z.uuid() })
  const submission = parseWithZod(fields, { schema, error: zodProblem })
  if (submission.status !== 'success' || rejected.length > 0) {
    // A row added or taken away is no fault of the form.
    const status = submission.status || rejected.length > 0 ? 400 : 200
    return data({ lastResult: submission.reply({ fieldErrors: rejectionErrors(rejected) }), problem: null }, { status })
  }
  const { requestKey, ...directive } = submission.value
  try {
    const { directiveId } = await enterDirective({ directive, files, by: actor, requestKey, at: now() })
    return redirect(doneAt(`/directives/${directiveId}`, 'directives:done.entered'))
  } catch (error) {
    return keepForm(submission, error)
  }
}

export default function NewDirective() {
  const t = useT()
  const { requestKey, organName, choices, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labelOf = useDirectiveLabels()
  const [form, fields] = useForm<z.input<typeof directiveSchema> & { files?: string }>({
    id: 'directive',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(kept, directiveSchema) ?? { issuingOrgan: organName, tasks: [{ urgency: 'NORMAL' }] },
  })
  return (
    <>
      <PageHeader
        title={t('directives:heading.newDirective')}
        above={
          <Link to="/directives" className="link">
            {t('directives:heading.directives')}
          </Link>
        }
      />
      <ProblemNotice problem={answer?.problem} />
      <Form method="post" {...getFormProps(form)} encType="multipart/form-data" className="max-w-4xl">
        {/* Enter in a field saves; without this first button it would add or take away a row. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary form={form} labelOf={labelOf} />
        <RequestKey value={requestKey} />
        <SourceFields fields={fields} files={fields.files} />
        <PeopleFields form={form} fields={fields} choices={choices} mayLeaveLeaderOut />
        <TaskRows form={form} field={fields.tasks} units={choices.units} chargedFields={choices.fields} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          <Button>{t('directives:button.saveDrafts')}</Button>
          <LinkButton to="/directives">{t('cancel')}</LinkButton>
        </div>
      </Form>
    </>
  )
}
