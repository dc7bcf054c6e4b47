import { useId } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Table } from './table.tsx'

export interface ChartGroup {
  key: string
  /** In full, as the table says it. */
  name: string
  /** Under its columns, where there is little room. */
  short: string
}

export interface ChartSeries {
  name: string
  /** Told apart by shape, not by colour: filled columns or outlined ones. */
  look: 'filled' | 'outlined'
  /** One for each group. */
  values: number[]
}

interface ColumnChartProps {
  title: string
  /** What is counted, in a sentence. */
  description: string
  /** What the groups are: the head of their column in the table. */
  groupsName: string
  groups: ChartGroup[]
  series: ChartSeries[]
}

const HEIGHT = 160
const LOOKS = { filled: 'fill-accent stroke-accent', outlined: 'fill-none stroke-edge' }
/** Of the width of a group, the part its columns take together. */
const COLUMNS_SHARE = 0.7

/**
 * Columns side by side, drawn by the server, without script. Widths are percents and letters keep their size, so the picture
 * fits a phone as it fits a screen. The same figures stand in a table under it.
 */
export function ColumnChart({ title, description, groupsName, groups, series }: ColumnChartProps) {
  const t = useT()
  const id = useId()
  const top = roundUp(Math.max(1, ...series.flatMap(({ values }) => values)))
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 font-medium">{title}</figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <div
          aria-hidden="true"
          className="flex h-40 flex-col justify-between text-right text-sm leading-none text-muted"
        >
          <span>{formatNumber(top)}</span>
          <span>0</span>
        </div>
        <svg width="100%" height={HEIGHT + 24} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          <line x1="0" x2="100%" y1="0.5" y2="0.5" className="stroke-line" />
          {groups.map((group, index) => (
            <Group key={group.key} {...{ group, index, series, top }} of={groups.length} />
          ))}
          <line x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} className="stroke-edge" />
        </svg>
      </div>
      <details className="mt-1">
        <summary className="w-fit py-1 text-sm text-muted">{t('ui:figures')}</summary>
        <Table
          caption={title}
          captionHidden
          columns={[
            { key: 'name', head: groupsName, rowHeader: true, cell: ({ name }: ChartGroup) => name },
            ...series.map((each) => ({
              key: each.name,
              head: each.name,
              numeric: true,
              cell: (group: ChartGroup) => formatNumber(each.values[groups.indexOf(group)] ?? 0),
            })),
          ]}
          rows={groups}
          keyOf={({ key }) => key}
        />
      </details>
    </figure>
  )
}

interface GroupProps {
  group: ChartGroup
  index: number
  of: number
  series: ChartSeries[]
  top: number
}

function Group({ group, index, of, series, top }: GroupProps) {
  const width = 100 / of
  const column = (width * COLUMNS_SHARE) / series.length
  const left = index * width + (width * (1 - COLUMNS_SHARE)) / 2
  return (
    <>
      {series.map(({ name, look, values }, at) => {
        const height = ((values[index] ?? 0) / top) * HEIGHT
        return (
          height > 0 && (
            <rect
              key={name}
              x={`${left + at * column}%`}
              y={HEIGHT - height}
              width={`${column * 0.85}%`}
              height={height}
              className={LOOKS[look]}
            />
          )
        )
      })}
      <text x={`${(index + 0.5) * width}%`} y={HEIGHT + 17} textAnchor="middle" className="fill-muted text-[0.75rem]">
        {group.short}
      </text>
    </>
  )
}

function Legend({ series }: { series: ChartSeries[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 text-sm text-muted">
      {series.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
            <rect x="0.75" y="0.75" width="10.5" height="10.5" strokeWidth="1.5" className={LOOKS[look]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

/** The next round number: 7 is 8, 26 is 30, 63 is 80. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10)
}
