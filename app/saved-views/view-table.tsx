import { Link } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import type { ShownView } from './shown-views.server.ts'

/** Every view a person sees, with the way to its list and to what may be changed of it. */
export function ViewTable({ views }: { views: ShownView[] }) {
  const t = useT()
  return (
    <Table
      caption={t('savedViews:heading')}
      captionHidden
      columns={[
        {
          key: 'name',
          head: t('savedViews:field.name'),
          rowHeader: true,
          cell: ({ name, search }: ShownView) => (
            <Link to={`/tasks?${search}`} className="link">
              {name}
            </Link>
          ),
        },
        {
          key: 'unit',
          head: t('savedViews:field.unitId'),
          cell: ({ unit }: ShownView) => unit ?? t('savedViews:forMyself'),
        },
        {
          key: 'change',
          head: t('savedViews:change'),
          cell: ({ id, name }: ShownView) => (
            <Link to={`/saved-views/${id}`} className="link" aria-label={t('savedViews:changeNamed', { name })}>
              {t('savedViews:change')}
            </Link>
          ),
        },
      ]}
      rows={views}
      keyOf={({ id }) => id}
    />
  )
}
