import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/i18n/locale.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { previewReport } from '#app/reports/preview-report.server.ts'
import { reportFilePath } from '#app/reports/report-address.ts'
import { ReportFilterBar } from '#app/reports/report-filter-bar.tsx'
import { ReportPreview } from '#app/reports/report-preview.tsx'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('reports:heading') }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  return previewReport({
    kind: params.kind,
    url: new URL(request.url),
    by: actor,
    seen: officeTime(now()),
    t: translateFor(localeOf(request)),
  })
}

export default function ReportPage() {
  const t = useT()
  const { question, report, units, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        above={
          <Link to="/reports" className="link">
            {t('reports:all')}
          </Link>
        }
        title={report?.title ?? t(`reports:kind.${question.kind}`)}
        below={report?.unit}
        acts={
          report &&
          (['docx', 'xlsx'] as const).map((format) => (
            <a key={format} href={reportFilePath(question, format)} className="link">
              {t(`reports:download.${format}`)}
            </a>
          ))
        }
      />
      <ReportFilterBar question={question} units={units} today={today} />
      {question.day === today && <Notice>{t('reports:notOver')}</Notice>}
      {report ? (
        <>
          {report.about.map((sentence) => (
            <p key={sentence} className="mb-2 max-w-prose text-sm text-muted">
              {sentence}
            </p>
          ))}
          <ReportPreview sections={report.sections} />
        </>
      ) : (
        <EmptyState>{t('reports:chooseUnit')}</EmptyState>
      )}
    </>
  )
}
