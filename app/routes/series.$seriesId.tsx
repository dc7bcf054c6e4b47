import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { v7 as newId } from 'uuid'
import { tasksPath } from '#app/directives/task-filters.ts'
import { TaskTable } from '#app/directives/task-table.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { BadInput } from '#app/platform/errors.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { issueSchema } from '#app/series/forms.ts'
import { issueSeries } from '#app/series/issue-series.server.ts'
import { seriesPath } from '#app/series/paths.ts'
import { PeriodsAhead } from '#app/series/periods-ahead.tsx'
import { SeriesActs } from '#app/series/series-acts.tsx'
import { SeriesDetails } from '#app/series/series-details.tsx'
import { readSeriesPage } from '#app/series/series-page.server.ts'
import { SeriesStateWord } from '#app/series/series-words.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { DoneNotice, Notice, ProblemNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { series }) => series.content.slice(0, 80),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const { seriesId = '' } = params
  const series = await readSeriesPage({ seriesId, actor, principals, ...officeTime(now()) })
  return { series, requestKey: newId() }
}

/** The one act done on the page itself: issuing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const { seriesId = '' } = params
  const submission = parseWithZod(await request.formData(), { schema: issueSchema })
  if (submission.status !== 'success') throw new BadInput('badRequest')
  try {
    await issueSeries({ ...submission.value, seriesId, by: actor, at: now() })
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(seriesPath(seriesId), 'series:done.issued'))
}

export default function RecurringDuty() {
  const t = useT()
  const { series, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={series.content}
        above={
          <Link to="/series" className="link">
            {t('series:heading')}
          </Link>
        }
        below={<SeriesStateWord series={series} />}
      />
      <DoneNotice />
      <ProblemNotice problem={answer?.problem} />
      {series.obstacle && series.state === 'running' && (
        <Notice kind="error">{t('series:stuck', { reason: t(`series:obstacle.${series.obstacle}`) })}</Notice>
      )}
      <SeriesActs series={series} requestKey={requestKey} />
      <SeriesDetails series={series} />
      {series.state !== 'stopped' && <PeriodsAhead periods={series.ahead} />}
      <section aria-labelledby="tasks-heading" className="mt-6">
        <h2 id="tasks-heading" className="mb-2 text-lg font-semibold">
          {t('series:tasks')}
        </h2>
        {series.tasks.length === 0 ? (
          <p className="text-muted">{t('series:empty.tasks')}</p>
        ) : (
          <>
            <TaskTable rows={series.tasks} />
            <p className="mt-3">
              <Link to={tasksPath({ series: series.id })} className="link">
                {t('series:allTasks')}
              </Link>
            </p>
          </>
        )}
      </section>
    </>
  )
}
