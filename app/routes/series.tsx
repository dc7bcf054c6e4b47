import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { listSeries } from '#app/series/list-series.server.ts'
import { SeriesFilterBar } from '#app/series/series-filter-bar.tsx'
import { seriesFiltersFrom } from '#app/series/series-filters.ts'
import { SeriesTable } from '#app/series/series-table.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle: PageHandle = { title: (t) => t('series:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const url = new URL(request.url)
  const filters = seriesFiltersFrom(url)
  const today = officeDay(now())
  const [series, { units }] = await Promise.all([
    listSeries({ filters, principals, today, page: pageFrom(url) }),
    readFilterChoices(actor.organId, today),
  ])
  return { filters, units, ...series }
}

export default function RecurringDuties() {
  const t = useT()
  const { search } = useLocation()
  const { filters, units, rows, total, isCapped, page } = useLoaderData<typeof loader>()
  const isFiltered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader
        title={t('series:heading')}
        acts={
          <a href={`/series/export${search}`} className="link">
            {t('series:export')}
          </a>
        }
      />
      <SeriesFilterBar filters={filters} units={units} />
      {rows.length === 0 ? (
        <EmptyState>{t(isFiltered ? 'series:empty.found' : 'series:empty.list')}</EmptyState>
      ) : (
        <SeriesTable rows={rows} withSource />
      )}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
