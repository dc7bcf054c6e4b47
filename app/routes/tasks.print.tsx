import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import paper from '#app/directives/export-print.css?url'
import { readPrint } from '#app/directives/export-print.server.ts'
import { PrintTable } from '#app/directives/export-print-table.tsx'
import { taskFiltersFrom, tasksPath } from '#app/directives/task-filters.ts'
import { formatMoment, formatNumber } from '#app/i18n/format.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('taskExports:heading') }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: paper }]

/** A list on paper, without the frame of the other pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { principals, organ } = await requireSignedIn(request)
  const filters = taskFiltersFrom(new URL(request.url))
  const at = now()
  const t = translateFor(localeOf(request))
  const printed = await readPrint({ filters, principals, t, at })
  return { ...printed, at, organName: organ.name, filters }
}

export default function PrintTasks() {
  const t = useT()
  const { lines, isCut, most, words, at, organName, filters } = useLoaderData<typeof loader>()
  return (
    <main className="px-4 py-5 print:p-0">
      <p className="mb-4 flex flex-wrap gap-x-6 print:hidden">
        <Link to={tasksPath(filters)} className="link">
          {t('taskExports:backToList')}
        </Link>
        <span className="text-muted">{t('taskExports:printHow')}</span>
      </p>
      <p className="font-medium">{organName}</p>
      <h1 className="mt-3 text-center text-lg font-semibold">{t('taskExports:title')}</h1>
      <p className="text-center">{words}</p>
      <p className="mb-4 text-center text-sm">
        {t('taskExports:printed', { moment: formatMoment(at), total: formatNumber(lines.length) })}
      </p>
      {isCut && <Notice>{t('taskExports:cut', { most: formatNumber(most) })}</Notice>}
      {lines.length === 0 ? (
        <EmptyState>{t('directives:empty.tasks')}</EmptyState>
      ) : (
        <div
          role="region"
          aria-label={t('taskExports:heading')}
          tabIndex={0}
          className="overflow-x-auto print:overflow-visible"
        >
          <PrintTable lines={lines} />
        </div>
      )}
    </main>
  )
}
