import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { DirectiveRow } from './directive-list.server.ts'

export function DirectiveTable({ rows }: { rows: DirectiveRow[] }) {
  const t = useT()
  const counted = (key: 'tasks' | 'drafts' | 'open' | 'completed', head: string): Column<DirectiveRow> => ({
    key,
    head,
    numeric: true,
    cell: (row) => (row[key] > 0 ? formatNumber(row[key]) : null),
  })
  const columns: Column<DirectiveRow>[] = [
    {
      key: 'subject',
      head: t('directives:field.subject'),
      rowHeader: true,
      cell: (row) => <span className="line-clamp-2">{row.subject}</span>,
    },
    {
      key: 'kind',
      head: t('directives:field.sourceKind'),
      cell: (row) => t(`directives:sourceKind.${row.sourceKind}`),
    },
    { key: 'symbol', head: t('directives:field.symbol'), cell: (row) => row.symbol ?? t('directives:unsigned') },
    { key: 'signedOn', head: t('directives:field.signedOn'), cell: (row) => row.signedOn && formatDay(row.signedOn) },
    counted('tasks', t('directives:field.total')),
    counted('drafts', t('directives:field.drafts')),
    counted('open', t('directives:field.open')),
    counted('completed', t('directives:field.completed')),
  ]
  return (
    <Table
      caption={t('directives:heading.directives')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      rowLink={(row) => `/directives/${row.id}`}
    />
  )
}
