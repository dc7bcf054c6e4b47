import { Link } from '@remix-run/react'
import { type TaskFilters, tasksPath } from '#app/directives/task-filters.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import { boardColumns } from './board-columns.ts'
import { cellFilters } from './board-filters.ts'
import { onTimeShare } from './on-time-share.ts'

/** A line of figures with the filters of the list behind them. */
export interface BoardLine extends Record<Timeliness, number> {
  key: string
  name: string
  /** In full, where `name` is short. */
  fullName: string
  total: number
  filters: TaskFilters
}

interface BoardTableProps {
  caption: string
  /** What a line is: a unit, an officer. */
  head: string
  lines: BoardLine[]
}

/** Timeliness by unit or officer. Every figure leads to the list it counts. */
export function BoardTable({ caption, head, lines }: BoardTableProps) {
  const t = useT()
  const columns: Column<BoardLine>[] = [
    {
      key: 'name',
      head,
      rowHeader: true,
      cell: ({ name, fullName }) => (name === fullName ? name : <abbr title={fullName}>{name}</abbr>),
    },
    ...boardColumns.map((timeliness): Column<BoardLine> => {
      const words = t(`directives:timeliness.${timeliness}`)
      return {
        key: timeliness,
        head: words,
        numeric: true,
        cell: (line) => (
          <Figure
            count={line[timeliness]}
            to={cellFilters(line.filters, timeliness)}
            words={`${line.fullName}, ${words}`}
          />
        ),
      }
    }),
    {
      key: 'total',
      head: t('tracking:total'),
      numeric: true,
      cell: (line) => (
        <Figure count={line.total} to={line.filters} words={`${line.fullName}, ${t('tracking:total')}`} />
      ),
    },
    {
      key: 'share',
      head: t('tracking:onTimeShare'),
      numeric: true,
      cell: (line) => {
        const share = onTimeShare(line)
        return share === null ? null : `${formatNumber(share)}%`
      },
    },
  ]
  return <Table caption={caption} columns={columns} rows={lines} keyOf={({ key }) => key} />
}

/** Nothing is shown for none: the eye goes to what is there. */
function Figure({ count, to, words }: { count: number; to: TaskFilters; words: string }) {
  if (count === 0) return null
  const figure = formatNumber(count)
  // Some hundred links on a page: the route they lead to is one, and is looked for once it is needed.
  return (
    <Link to={tasksPath(to)} discover="none" className="link" aria-label={`${figure}, ${words}`}>
      {figure}
    </Link>
  )
}
