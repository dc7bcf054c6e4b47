import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AnnouncedTable } from '#app/deadlines/announced-table.tsx'
import { yearsAround } from '#app/deadlines/calendar-years.server.ts'
import { readCalendarYear } from '#app/deadlines/calendar-year.server.ts'
import { LawTable } from '#app/deadlines/law-table.tsx'
import { YearPicture } from '#app/deadlines/year-picture.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { Section } from '#app/organisation/section.tsx'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('workingCalendar:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'changeCalendar')
  const years = yearsAround(new URL(request.url).searchParams.get('year'), officeDay(now()))
  return { ...years, calendar: await readCalendarYear(organ.id, years.year) }
}

export default function WorkingCalendar() {
  const t = useT()
  const { before, after, calendar } = useLoaderData<typeof loader>()
  const { year, announced, law, marked } = calendar
  return (
    <>
      <PageHeader
        title={t('workingCalendar:ofYear', { year })}
        below={<Years before={before} after={after} />}
        acts={
          <>
            <LinkButton to="/admin/calendar/import">{t('workingCalendar:importTitle')}</LinkButton>
            <LinkButton to="/admin/calendar/new" look="primary">
              {t('workingCalendar:newDay')}
            </LinkButton>
          </>
        }
      />
      <DoneNotice />
      <p className="max-w-3xl">{t('workingCalendar:how')}</p>
      <Section heading={t('workingCalendar:announcedTitle')}>
        {announced.length === 0 ? (
          <EmptyState>{t('workingCalendar:none')}</EmptyState>
        ) : (
          <AnnouncedTable rows={announced} />
        )}
      </Section>
      <Section heading={t('workingCalendar:lawTitle')}>
        <LawTable days={law} />
      </Section>
      <Section heading={t('workingCalendar:pictureTitle')}>
        <YearPicture year={year} marked={marked} />
      </Section>
    </>
  )
}

function Years({ before, after }: { before: number | null; after: number | null }) {
  const t = useT()
  return (
    <nav aria-label={t('workingCalendar:years')} className="flex flex-wrap gap-x-5">
      {before !== null && (
        <Link to={`/admin/calendar?year=${before}`} rel="prev" className="link">
          ← {t('workingCalendar:yearBefore', { year: before })}
        </Link>
      )}
      {after !== null && (
        <Link to={`/admin/calendar?year=${after}`} rel="next" className="link">
          {t('workingCalendar:yearAfter', { year: after })} →
        </Link>
      )}
    </nav>
  )
}
