import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { listViews } from '#app/saved-views/read-view.server.ts'
import { ViewTable } from '#app/saved-views/view-table.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('savedViews:heading') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  return { views: await listViews(actor) }
}

export default function SavedViews() {
  const t = useT()
  const { views } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('savedViews:heading')}
        above={
          <Link to="/tasks" className="link">
            {t('directives:heading.allTasks')}
          </Link>
        }
      />
      {views.length === 0 ? <EmptyState>{t('savedViews:empty')}</EmptyState> : <ViewTable views={views} />}
    </>
  )
}
