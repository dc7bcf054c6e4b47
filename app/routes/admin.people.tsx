import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { PeopleTable } from '#app/organisation/people-table.tsx'
import { listPeople } from '#app/organisation/people.server.ts'
import { idFrom } from '#app/organisation/id-from.ts'
import { listUnitChoices } from '#app/organisation/units.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { unboundField } from '#app/ui/fields/bound-field.ts'
import { Combobox } from '#app/ui/fields/combobox.tsx'
import { TextField } from '#app/ui/fields/text-field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { DoneNotice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { offsetOf, pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle: PageHandle = { title: (t) => t('organisation:people') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request)
  const url = new URL(request.url)
  const [words, unitId, page] = [
    url.searchParams.get('words') ?? '',
    idFrom(url.searchParams.get('unit')),
    pageFrom(url),
  ]
  const today = officeDay(now())
  const [people, units] = await Promise.all([
    listPeople({ organId: organ.id, words, unitId, today, limit: ROWS_A_PAGE, offset: offsetOf(page) }),
    listUnitChoices(organ.id, today),
  ])
  return { ...people, units, words, unitId, page }
}

export default function People() {
  const t = useT()
  const { rows, total, units, words, unitId, page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('organisation:people')}
        acts={
          <>
            <LinkButton to="/admin/people/import">{t('organisation:importPeople')}</LinkButton>
            <LinkButton to="/admin/people/new" look="primary">
              {t('organisation:newPerson')}
            </LinkButton>
          </>
        }
      />
      <DoneNotice />
      <FilterBar label={t('organisation:people')}>
        <TextField field={unboundField('words', words)} label={t('organisation:searchPeople')} type="search" />
        <Combobox field={unboundField('unit', unitId)} label={t('organisation:unit')} options={units} />
      </FilterBar>
      {rows.length === 0 ? <EmptyState>{t('organisation:noPeople')}</EmptyState> : <PeopleTable people={rows} />}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} />
    </>
  )
}
