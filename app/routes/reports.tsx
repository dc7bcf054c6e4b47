import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Refused } from '#app/platform/errors.ts'
import { hasReports, reportKinds, reportsForOrgan } from '#app/reports/report-kinds.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('reports:heading') }

/** The kinds of report somebody may have. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  if (!hasReports(actor)) throw new Refused('reports:errors.notYours')
  return { kinds: reportKinds.filter((kind) => kind === 'weekly' || reportsForOrgan(actor)) }
}

export default function Reports() {
  const t = useT()
  const { kinds } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('reports:heading')} below={t('reports:how')} />
      <ul className="max-w-prose divide-y divide-line border-y border-line">
        {kinds.map((kind) => (
          <li key={kind} className="py-3">
            <Link to={`/reports/${kind}`} className="link font-medium">
              {t(`reports:kind.${kind}`)}
            </Link>
            <p className="text-muted">{t(`reports:explained.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
