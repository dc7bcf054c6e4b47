import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { inWhosePlace } from '#app/absences/in-whose-place.ts'
import { listMyWork } from '#app/directives/my-work.server.ts'
import { tasksPath } from '#app/directives/task-filters.ts'
import { isCounted, isWorkTab, workCountWords, workTabs } from '#app/directives/work-tabs.ts'
import { WorkTable } from '#app/directives/work-table.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { loader as frameLoader } from './signed-in.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { tab }) => t(`directives:tab.${tab}`),
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, actor, principals } = await requireSignedIn(request)
  const tab = params.tab ?? null
  if (!isWorkTab(tab)) throw new NotFound()
  const seen = officeTime(now())
  const page = pageFrom(new URL(request.url))
  const work = await listMyWork({ tab, principals, personId: person.id, page, ...seen })
  return { tab, seen, ...work, rows: work.rows.map((row) => ({ ...row, absentId: inWhosePlace(actor, row.holder) })) }
}

export default function MyWork() {
  const t = useT()
  const { tab, seen, rows, total, isCapped, page } = useLoaderData<typeof loader>()
  const frame = useRouteLoaderData<typeof frameLoader>('routes/signed-in')
  const counts = frame?.work
  const nameOf = (absentId: string | null) =>
    frame?.substitutions.find(({ personId }) => personId === absentId)?.absent ?? null
  const tabs = workTabs.map((each) => ({
    to: `/my-work/${each}`,
    words: t(`directives:tab.${each}`),
    current: each === tab,
    ...(counts && isCounted(each) ? { count: workCountWords(counts[each]) } : {}),
  }))
  return (
    <>
      <PageHeader title={t('directives:menu.work')} />
      <Tabs tabs={tabs} label={t('directives:menu.work')} />
      {tab === 'informed' && (
        <p className="mb-4">
          <Link to={tasksPath({ watch: 'followed' })} className="link">
            {t('watches:link')}
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState>{t(`directives:tabEmpty.${tab}`)}</EmptyState>
      ) : (
        <WorkTable rows={rows.map((row) => ({ ...row, absent: nameOf(row.absentId) }))} tab={tab} seen={seen} />
      )}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
