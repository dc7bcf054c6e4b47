import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { keptValues } from '#app/directives/kept-values.ts'
import { ReasonField } from '#app/directives/reason-field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { stopSchema } from '#app/series/forms.ts'
import { seriesPath } from '#app/series/paths.ts'
import type { SeriesState } from '#app/series/series.ts'
import { useSeriesLabels } from '#app/series/series-labels.ts'
import { readSeriesToAct } from '#app/series/series-page.server.ts'
import { stopSeries } from '#app/series/stop-series.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { doneAt } from '#app/ui/done.ts'
import { ErrorSummary } from '#app/ui/fields/error-summary.tsx'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (t, { state }) => t(titleOf(state)) }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const question = { ...signedIn, seriesId: params.seriesId ?? '', today: officeDay(now()) }
  const { id, content, state, revision } = await readSeriesToAct({ ...question, act: 'stop' })
  return { id, content, state, revision, requestKey: newId(), kept: await keptFields(request, signedIn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { seriesId = '' } = params
  const submission = parseWithZod(await request.formData(), { schema: stopSchema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  try {
    await stopSeries({ ...submission.value, seriesId, by: actor, at: now() })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(seriesPath(seriesId), 'series:done.stopped'))
}

function titleOf(state: SeriesState) {
  return state === 'draft' ? ('series:dropTitle' as const) : ('series:stopTitle' as const)
}

export default function StopSeries() {
  const t = useT()
  const { id, content, state, revision, requestKey, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labelOf = useSeriesLabels()
  const [form, fields] = useForm<z.input<typeof stopSchema>>({
    id: 'stop',
    lastResult: answer?.lastResult ?? null,
    defaultValue: keptValues(kept, stopSchema),
  })
  const title = t(titleOf(state))
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link to={seriesPath(id)} className="link">
            {t('series:one')}
          </Link>
        }
      />
      <p className="mb-4 line-clamp-3 max-w-prose border-l-2 border-line pl-3 text-muted">{content}</p>
      <ProblemNotice problem={answer?.problem} />
      <Form method="post" {...getFormProps(form)} className="max-w-prose">
        <ErrorSummary form={form} labelOf={labelOf} />
        <RequestKey value={requestKey} />
        <Revision value={revision} />
        {state !== 'draft' && <p className="mb-4">{t('series:stopEffect')}</p>}
        <ReasonField field={fields.reason} />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{title}</Button>
          <LinkButton to={seriesPath(id)}>{t('cancel')}</LinkButton>
        </div>
      </Form>
    </>
  )
}
