import { Link } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from '#app/ui/table.tsx'
import type { UnitRow } from './units.server.ts'
import { ValidityWords } from './validity-words.tsx'

/** How far a unit stands to the right of its parent; deeper ones share the last step. */
const INDENTS = ['', 'pl-5', 'pl-10', 'pl-14']

export function UnitsTable({ units }: { units: UnitRow[] }) {
  const t = useT()
  return (
    <Table
      caption={t('organisation:units')}
      captionHidden
      rows={units}
      keyOf={(unit) => unit.id}
      columns={[
        {
          key: 'name',
          head: t('organisation:unitName'),
          rowHeader: true,
          cell: (unit) => (
            <span className={`inline-block ${INDENTS[unit.depth] ?? 'pl-14'}`}>
              <Link to={`/admin/units/${unit.id}`} className="link">
                {unit.name}
              </Link>
            </span>
          ),
        },
        { key: 'abbreviation', head: t('organisation:abbreviation'), cell: (unit) => unit.abbreviation },
        {
          key: 'people',
          head: t('organisation:peopleInUnit'),
          numeric: true,
          cell: (unit) => (
            <Link to={`/admin/people?unit=${unit.id}`} className="link">
              {formatNumber(unit.people)}
            </Link>
          ),
        },
        {
          key: 'validity',
          head: t('organisation:state'),
          cell: (unit) => (
            <>
              <ValidityWords {...unit} />
              {unit.successorName && (
                <span className="block text-sm">{t('organisation:succeededBy', { name: unit.successorName })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
