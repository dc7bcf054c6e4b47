import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { levels } from '#workflows/reminders/policy.ts'
import type { Rehearsed } from './rehearse-policy.server.ts'

/** How much a policy would have told, by kind of work. */
export function RehearsalTable({ rows, caption }: { rows: Rehearsed[]; caption: string }) {
  const t = useT()
  if (rows.length === 0) return <EmptyState>{t('reminders:rehearsal.nothing')}</EmptyState>
  const figure = (key: string, head: string, of: (row: Rehearsed) => number): Column<Rehearsed> => ({
    key,
    head,
    numeric: true,
    cell: (row) => formatNumber(of(row)),
  })
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'work',
          head: t('reminders:field.work'),
          rowHeader: true,
          cell: ({ work }) => t(`reminders:work.${work}`),
        },
        figure('items', t('reminders:rehearsal.items'), ({ items }) => items),
        figure('before', t('reminders:rehearsal.before'), ({ before }) => before),
        figure('onDay', t('reminders:rehearsal.onDay'), ({ onDay }) => onDay),
        ...levels.map((level) => figure(level, t(`reminders:level.${level}`), ({ overdue }) => overdue[level])),
      ]}
      rows={rows}
      keyOf={({ work }) => work}
    />
  )
}
