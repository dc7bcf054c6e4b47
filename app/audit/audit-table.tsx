import { formatMoment } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import { detailWords } from './detail-words.ts'
import type { AuditRow } from './list-audit.server.ts'

export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('audit:title')}
      captionHidden
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { key: 'kind', head: t('audit:kindHead'), rowHeader: true, cell: (row) => t(`audit:kind.${row.kind}`) },
        {
          key: 'at',
          head: t('audit:at'),
          cell: (row) => (
            <time dateTime={row.at.toISOString()} className="whitespace-nowrap tabular-nums">
              {formatMoment(row.at)}
            </time>
          ),
        },
        { key: 'who', head: t('audit:who'), cell: (row) => row.actorName ?? t('audit:nobody') },
        { key: 'address', head: t('audit:address'), cell: (row) => row.address },
        { key: 'details', head: t('audit:details'), cell: (row) => detailWords(t, row.details) },
      ]}
    />
  )
}
