import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { AuditFilterBar } from '#app/audit/audit-filter-bar.tsx'
import { auditFilterFrom } from '#app/audit/audit-filter.ts'
import { AuditTable } from '#app/audit/audit-table.tsx'
import { AUDIT_COUNT_CAP, listAudit } from '#app/audit/list-audit.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { requireAdministratorHere } from '#app/organisation/administrator.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { PageHandle } from '#app/ui/page-title.tsx'
import { offsetOf, pageFrom, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle: PageHandle = { title: (t) => t('audit:title') }

export async function loader({ request }: LoaderFunctionArgs) {
  const { organ } = await requireAdministratorHere(request, 'readAudit')
  const url = new URL(request.url)
  const [filter, page] = [auditFilterFrom(url), pageFrom(url)]
  const { rows, total } = await listAudit({ organId: organ.id, filter, limit: ROWS_A_PAGE, offset: offsetOf(page) })
  const isCapped = total > AUDIT_COUNT_CAP
  return { filter, page, rows, total: Math.min(total, AUDIT_COUNT_CAP), isCapped }
}

export default function Audit() {
  const t = useT()
  const { search } = useLocation()
  const { filter, page, rows, total, isCapped } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('audit:title')}
        acts={
          <a href={`/admin/audit.csv${search}`} className="link" download>
            {t('audit:export')}
          </a>
        }
      />
      <AuditFilterBar filter={filter} />
      {rows.length === 0 ? <EmptyState>{t('audit:empty')}</EmptyState> : <AuditTable rows={rows} />}
      <Pagination page={page} pageSize={ROWS_A_PAGE} total={total} capped={isCapped} />
    </>
  )
}
