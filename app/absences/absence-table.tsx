import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ValidityWords } from '#app/organisation/validity-words.tsx'
import { StatusWord } from '#app/ui/status-word.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { AbsenceRow } from './absence-list.server.ts'

interface AbsenceTableProps {
  rows: AbsenceRow[]
  caption: string
  /** Whom a row is named by: who acts, or for whom. */
  names: 'substitute' | 'absent'
  /** Where the absences of the person are; null where they are not the reader's to end. */
  path: string | null
}

export function AbsenceTable({ rows, caption, names, path }: AbsenceTableProps) {
  const t = useT()
  const columns: Column<AbsenceRow>[] = [
    {
      key: 'name',
      head: names === 'substitute' ? t('absences:field.substitute') : t('absences:absent'),
      rowHeader: true,
      cell: (row) => row[names],
    },
    { key: 'post', head: t('absences:field.post'), cell: ({ postTitle }) => postTitle ?? t('absences:allPosts') },
    { key: 'period', head: t('absences:period'), cell: (row) => <PeriodWords row={row} /> },
  ]
  if (path) {
    columns.push({
      key: 'end',
      head: t('absences:end'),
      cell: ({ id, phase, substitute }) =>
        phase !== 'past' && (
          <Link
            to={`${path}/${id}/end`}
            className="link"
            aria-label={
              phase === 'future' ? t('absences:callOffOf', { substitute }) : t('absences:endOf', { substitute })
            }
          >
            {phase === 'future' ? t('absences:callOff') : t('absences:end')}
          </Link>
        ),
    })
  }
  return <Table caption={caption} captionHidden columns={columns} rows={rows} keyOf={(row) => row.id} />
}

function PeriodWords({ row: { fromDay, toDay, phase, endedAt, substituteAway } }: { row: AbsenceRow }) {
  const t = useT()
  return (
    <>
      <ValidityWords validFrom={fromDay} validTo={toDay} phase={phase} />
      {endedAt && <span className="block text-muted">{t('absences:endedEarly')}</span>}
      {substituteAway && phase !== 'past' && (
        <span className="block">
          <StatusWord tone="late">
            {t('absences:substituteAway', {
              from: formatDay(substituteAway.fromDay),
              to: formatDay(substituteAway.toDay),
            })}
          </StatusWord>
        </span>
      )}
    </>
  )
}
