import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { tellAllAbsences } from '#app/absences/tell-absences.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { enterSeries } from '#app/series/enter-series.server.ts'
import { readEnteringPage } from '#app/series/entering-page.server.ts'
import { newSeriesSchema } from '#app/series/forms.ts'
import { seriesPath } from '#app/series/paths.ts'
import { SeriesForm } from '#app/series/series-form.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { RequestKey } from '#app/ui/fields/hidden-fields.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export { rereadAfterRefusal as shouldRevalidate } from '#app/ui/reread-after-refusal.ts'

export const handle: PageHandle = { title: (t) => t('series:new') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request)
  const page = await readEnteringPage(params.directiveId ?? '', signedIn.actor, officeDay(now()))
  const choices = await tellAllAbsences(page.choices, { request, organId: signedIn.organ.id })
  return { ...page, choices, requestKey: newId(), kept: await keptFields(request, signedIn) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { directiveId = '' } = params
  const submission = parseWithZod(await request.formData(), { schema: newSeriesSchema, error: zodProblem })
  if (submission.status !== 'success') {
    // A row added or taken away is no fault of the form.
    return data({ lastResult: submission.reply(), problem: null }, { status: submission.status ? 400 : 200 })
  }
  const { requestKey, ...series } = submission.value
  try {
    const { seriesId } = await enterSeries({ directiveId, series, by: actor, requestKey, at: now() })
    return redirect(doneAt(seriesPath(seriesId), 'series:done.entered'))
  } catch (error) {
    return keepForm(submission, error)
  }
}

export default function NewSeries() {
  const t = useT()
  const { directive, requestKey, kept, choices, periods } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = `/directives/${directive.id}`
  return (
    <>
      <PageHeader
        title={t('series:new')}
        above={
          <Link to={back} className="link">
            {directive.symbol ?? directive.subject.slice(0, 80)}
          </Link>
        }
      />
      <p className="mb-4 max-w-prose text-muted">{t('series:explained')}</p>
      <SeriesForm
        answer={answer}
        kept={kept}
        proposed={{ urgency: 'NORMAL', opensBeforeDays: 10, dueAfterDays: 5 }}
        choices={choices}
        periods={periods}
        submit={t('series:saveDraft')}
        backTo={back}
      >
        <RequestKey value={requestKey} />
      </SeriesForm>
    </>
  )
}
