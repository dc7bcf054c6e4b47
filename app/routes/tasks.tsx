import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { mayActOnMany } from '#app/bulk-acts/policy.ts'
import { SELECTION_FORM, SelectionForm } from '#app/bulk-acts/selection-form.tsx'
import { readFilterChoices } from '#app/directives/choices.server.ts'
import { TaskFilterBar } from '#app/directives/task-filter-bar.tsx'
import { TaskFilterNotes } from '#app/directives/task-filter-notes.tsx'
import { searchOf, taskFiltersFrom } from '#app/directives/task-filters.ts'
import { listTasks } from '#app/directives/task-list.server.ts'
import { TaskTable } from '#app/directives/task-table.tsx'
import { ALL_UNITS_PARAMETER } from '#app/directives/unit-choices.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { ViewLinks } from '#app/saved-views/view-links.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle: PageHandle = { title: (t) => t('directives:heading.allTasks') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, principals } = await requireSignedIn(request)
  const url = new URL(request.url)
  const filters = taskFiltersFrom(url)
  const { today, hour } = officeTime(now())
  const [tasks, choices] = await Promise.all([
    listTasks({ filters, principals, today, hour, page: pageFrom(url) }),
    readFilterChoices(actor.organId, today, filters, { withUnits: needsUnits(url), viewsOf: actor }),
  ])
  return { filters, maySelect: mayActOnMany(actor), ...tasks, ...choices }
}

/** The chosen one has to be named; the others are fetched by the picker, or asked for where there is no script. */
function needsUnits({ searchParams }: URL): boolean {
  return Boolean(searchParams.get('unit')) || searchParams.has(ALL_UNITS_PARAMETER)
}

export default function AllTasks() {
  const t = useT()
  const { search } = useLocation()
  const { filters, maySelect, rows, total, isCapped, page, ...choices } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('directives:heading.allTasks')}
        acts={
          <>
            <Link to={`/tasks/exports/new${search}`} className="link">
              {t('taskExports:link')}
            </Link>
            <a href={`/tasks/print${search}`} className="link">
              {t('taskExports:printLink')}
            </a>
            <a href={`/tasks/export${search}`} className="link">
              {t('directives:button.export')}
            </a>
          </>
        }
      />
      <ViewLinks chases={maySelect} views={choices.views} search={searchOf(filters)} />
      <TaskFilterBar filters={filters} choices={choices} />
      <TaskFilterNotes filters={filters} officer={choices.officers[0]?.label} />
      {rows.length === 0 ? (
        <EmptyState>{t('directives:empty.tasks')}</EmptyState>
      ) : (
        <>
          {maySelect && <SelectionForm search={searchOf(filters)} total={total} />}
          <TaskTable rows={rows} selectionFormId={maySelect ? SELECTION_FORM : undefined} />
        </>
      )}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
