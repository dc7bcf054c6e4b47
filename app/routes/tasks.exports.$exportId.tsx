import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readExport, type ShownExport } from '#app/directives/export-request.server.ts'
import { searchOf, tasksPath } from '#app/directives/task-filters.ts'
import { formatBytes, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { JobProgress } from '#app/ui/job-progress.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('taskExports:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  return readExport({ exportId: params.exportId ?? '', personId: person.id, at: now() })
}

export default function Export() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('taskExports:heading')}
        above={
          <Link to={tasksPath(shown.filters)} className="link">
            {t('taskExports:backToList')}
          </Link>
        }
      />
      <State {...shown} />
      <p className="mt-6">
        <Link to={`/tasks/exports/new?${searchOf(shown.filters)}`} className="link">
          {t('taskExports:askAgain')}
        </Link>
      </p>
    </>
  )
}

function State({
  id,
  state,
  total,
  written,
  bytes,
}: Pick<ShownExport, 'id' | 'state' | 'total' | 'written' | 'bytes'>) {
  const t = useT()
  if (state === 'stuck') return <Notice kind="error">{t('taskExports:stuck')}</Notice>
  if (state === 'running') {
    const words =
      total === null
        ? t('taskExports:waiting')
        : t('taskExports:running', { written: formatNumber(written), total: formatNumber(total) })
    return <JobProgress words={words} done={written} total={total} />
  }
  return (
    <>
      <Notice kind="success">
        {t('taskExports:ready', { total: formatNumber(total ?? 0), size: formatBytes(bytes ?? 0) })}
      </Notice>
      <a href={`/tasks/exports/${id}/file`} className="link font-medium" download>
        {t('taskExports:download')}
      </a>
    </>
  )
}
