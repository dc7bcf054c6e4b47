import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { editSeries } from '#app/series/edit-series.server.ts'
import { readEditingPage } from '#app/series/editing-page.server.ts'
import { editedSeriesSchema } from '#app/series/forms.ts'
import { seriesPath } from '#app/series/paths.ts'
import { SeriesForm } from '#app/series/series-form.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { RequestKey, Revision } from '#app/ui/fields/hidden-fields.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('series:edit') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const page = await readEditingPage({ ...signedIn, seriesId: params.seriesId ?? '', today: officeDay(now()) })
  const choices = await tellAllAbsences(page.choices, { request, organId: signedIn.organ.id })
  return { ...page, choices, requestKey: newId(), kept: await keptFields(request, signedIn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { seriesId = '' } = params
  const submission = parseWithZod(await request.formData(), { schema: editedSeriesSchema, error: zodProblem })
  if (submission.status !== 'success') {
    // A row added or taken away is no fault of the form.
    return data({ lastResult: submission.reply(), problem: null }, { status: submission.status ? 400 : 200 })
  }
  const { requestKey, revision, ...series } = submission.value
  try {
    await editSeries({ seriesId, revision, series, by: actor, requestKey, at: now() })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(seriesPath(seriesId), 'series:done.edited'))
}

export default function EditSeries() {
  const t = useT()
  const { series, requestKey, kept, choices, periods } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = seriesPath(series.id)
  const isDraft = series.state === 'draft'
  return (
    <>
      <PageHeader
        title={t('series:edit')}
        above={
          <Link to={back} className="link">
            {series.content.slice(0, 80)}
          </Link>
        }
      />
      {!isDraft && <p className="mb-4 max-w-prose">{t('series:onlyFuture')}</p>}
      <SeriesForm
        answer={answer}
        kept={kept}
        proposed={series}
        choices={choices}
        periods={periods}
        issuedFirst={isDraft ? null : series.firstPeriod}
        submit={t('save')}
        backTo={back}
      >
        <RequestKey value={requestKey} />
        <Revision value={series.revision} />
      </SeriesForm>
    </>
  )
}
