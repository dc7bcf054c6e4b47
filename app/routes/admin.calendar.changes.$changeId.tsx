import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readCalendarChange } from '#app/deadlines/read-calendar-change.server.ts'
import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { requiredId } from '#app/organisation/required-id.server.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { JobProgress } from '#app/ui/job-progress.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:movingHeading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeCalendar')
  return readCalendarChange(organ.id, requiredId(params.changeId))
}

export default function CalendarChange() {
  const t = useT()
  const { source, orderedBy, orderedAt, isFinished, listed, tried, stays } = useLoaderData<typeof loader>()
  const counts = { done: formatNumber(tried), total: formatNumber(listed) }
  return (
    <>
      <PageHeader
        title={t('workingCalendar:movingHeading')}
        above={
          <Link to="/admin/calendar" className="link">
            {t('workingCalendar:heading')}
          </Link>
        }
      />
      <DescriptionList
        items={[
          { term: t('workingCalendar:column.source'), words: source },
          { term: t('workingCalendar:orderedBy'), words: orderedBy },
          { term: t('workingCalendar:orderedAt'), words: formatMoment(orderedAt) },
        ]}
      />
      <div className="mt-5">
        {isFinished ? (
          <p role="status">
            {t(stays > 0 ? 'workingCalendar:finished' : 'workingCalendar:finishedAll', {
              moved: formatNumber(tried - stays),
              stays: formatNumber(stays),
            })}
          </p>
        ) : (
          <JobProgress words={t('workingCalendar:progress', counts)} done={tried} total={listed} />
        )}
      </div>
    </>
  )
}
