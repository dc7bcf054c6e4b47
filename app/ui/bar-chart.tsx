import { formatNumber } from '#app/i18n/format.ts'
import { Table } from './table.tsx'

export interface Bar {
  key: string
  name: string
  /** 0 to 100. */
  percent: number
  /** Beside the bar: what the percent is of. */
  words: string
}

interface BarChartProps {
  title: string
  /** What a row is, and what the bar says of it. */
  heads: { name: string; percent: string; words: string }
  bars: Bar[]
}

/** Shares as bars under one another: a table first, so that every bar has its figures beside it. */
export function BarChart({ title, heads, bars }: BarChartProps) {
  return (
    <Table
      caption={title}
      columns={[
        { key: 'name', head: heads.name, rowHeader: true, cell: ({ name }: Bar) => name },
        { key: 'percent', head: heads.percent, cell: ({ percent }: Bar) => <PercentBar percent={percent} /> },
        { key: 'words', head: heads.words, numeric: true, cell: ({ words }: Bar) => words },
      ]}
      rows={bars}
      keyOf={({ key }) => key}
    />
  )
}

/** Another than Progress: a share is nothing under way, and is read by comparing it with its neighbours. */
function PercentBar({ percent }: { percent: number }) {
  return (
    <span className="flex items-center gap-2">
      <svg width="100%" height="12" aria-hidden="true" className="max-w-48">
        <rect x="0" y="0" width="100%" height="12" className="fill-accent-soft" />
        <rect x="0" y="0" width={`${percent}%`} height="12" className="fill-accent" />
      </svg>
      <span className="w-12 shrink-0 text-right tabular-nums">{`${formatNumber(percent)}%`}</span>
    </span>
  )
}
