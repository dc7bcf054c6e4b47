import { SymbolWords, UrgencyMark } from '#app/directives/state-words.tsx'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { periodKindOf } from '#workflows/calendar/periods.ts'
import type { SeriesRow } from './list-series.server.ts'
import { periodWords } from './period-words.ts'
import { seriesPath } from './paths.ts'
import { SeriesStateWord } from './series-words.tsx'

/** Series as rows; under their directive its symbol need not be said. */
export function SeriesTable({ rows, withSource }: { rows: SeriesRow[]; withSource: boolean }) {
  const t = useT()
  const source: Column<SeriesRow> = {
    key: 'source',
    head: t('directives:field.source'),
    cell: (row) => <SymbolWords symbol={row.symbol} />,
  }
  const columns: Column<SeriesRow>[] = [
    {
      key: 'content',
      head: t('directives:field.content'),
      rowHeader: true,
      cell: (row) => (
        <>
          <UrgencyMark urgency={row.urgency} />
          <span className="line-clamp-2">{row.content}</span>
        </>
      ),
    },
    ...(withSource ? [source] : []),
    { key: 'kind', head: t('series:field.kind'), cell: (row) => t(`series:kind.${periodKindOf(row.firstPeriod)!}`) },
    {
      key: 'unit',
      head: t('directives:field.leadUnit'),
      cell: (row) => <abbr title={row.leadUnitName}>{row.leadUnit}</abbr>,
    },
    { key: 'leader', head: t('directives:field.directingLeader'), cell: (row) => row.directingLeader },
    {
      key: 'next',
      head: t('series:field.nextPeriod'),
      cell: (row) => row.nextPeriod && periodWords(t, row.nextPeriod),
    },
    { key: 'state', head: t('directives:field.state'), cell: (row) => <SeriesStateWord series={row} /> },
  ]
  return (
    <Table
      caption={t('series:heading')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      rowLink={(row) => seriesPath(row.id)}
    />
  )
}
