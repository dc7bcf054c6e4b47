import { useT } from '#app/i18n/use-t.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { HandoverPreview, MovingWork } from './preview-handover.server.ts'
import type { SightChange } from './sight-change.server.ts'

/** What would move and who would see more or less, in numbers: the work itself is not an administrator's to read. */
export function PreviewOf({ preview }: { preview: HandoverPreview }) {
  const t = useT()
  const { tasks, moving, restrictedStaying, sight } = preview
  const ofWork: Column<MovingWork>[] = [
    { key: 'former', head: t('handovers:column.former'), rowHeader: true, cell: ({ former }) => former },
    { key: 'successor', head: t('handovers:column.successor'), cell: ({ successor }) => successor },
    { key: 'tasks', head: t('handovers:column.tasks'), numeric: true, cell: ({ tasks: count }) => formatNumber(count) },
    {
      key: 'restricted',
      head: t('handovers:column.restricted'),
      numeric: true,
      cell: ({ restricted }) => formatNumber(restricted),
    },
  ]
  const ofSight: Column<SightChange>[] = [
    { key: 'person', head: t('handovers:column.person'), rowHeader: true, cell: ({ fullName }) => fullName },
    { key: 'gains', head: t('handovers:column.gains'), numeric: true, cell: ({ gains }) => formatNumber(gains) },
    { key: 'loses', head: t('handovers:column.loses'), numeric: true, cell: ({ loses }) => formatNumber(loses) },
  ]
  return (
    <section className="my-5" aria-label={t('handovers:previewTitle')}>
      <h2 className="mb-1 font-semibold">{t('handovers:previewTitle')}</h2>
      <p className="mb-3">{t('handovers:previewTasks', { count: tasks, total: formatNumber(tasks) })}</p>
      {restrictedStaying > 0 && <Notice>{t('handovers:restrictedStaying', { count: restrictedStaying })}</Notice>}
      {moving.length > 0 && (
        <Table
          caption={t('handovers:movingTitle')}
          columns={ofWork}
          rows={moving}
          keyOf={({ former, successor }) => `${former} ${successor}`}
        />
      )}
      {sight.length > 0 && (
        <div className="mt-4">
          <Table
            caption={t('handovers:sightTitle')}
            columns={ofSight}
            rows={sight}
            keyOf={({ personId }) => personId}
          />
        </div>
      )}
    </section>
  )
}
