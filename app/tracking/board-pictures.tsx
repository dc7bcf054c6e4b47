import { Link } from '@remix-run/react'
import { tasksPath, type TaskFilters } from '#app/directives/task-filters.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Bar, BarChart } from '#app/ui/bar-chart.tsx'
import { ColumnChart } from '#app/ui/column-chart.tsx'
import { ageFilters, type OverdueAge, overdueAges } from './board-filters.ts'
import type { BoardLine } from './board-table.tsx'
import type { MonthFigures } from './month-figures.ts'
import { onTimeShare } from './on-time-share.ts'

interface BoardPicturesProps {
  months: MonthFigures[]
  lines: BoardLine[]
  /** Of all lines together, in the order of `overdueAges`. */
  ages: number[]
  filters: TaskFilters
  today: string
}

/** What figures in a table do not show at a glance: where it goes, who keeps the days, how old the arrears are. */
export function BoardPictures({ months, lines, ages, filters, today }: BoardPicturesProps) {
  return (
    <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <MonthPictures months={months} />
      <AgePicture ages={ages} filters={filters} today={today} />
      <SharePicture lines={lines} />
    </div>
  )
}

function MonthPictures({ months }: { months: MonthFigures[] }) {
  const t = useT()
  const groups = months.map(({ month }) => {
    const [year, number] = month.split('-')
    return { key: month, name: `${number}/${year}`, short: String(Number(number)) }
  })
  const common = { groupsName: t('tracking:month'), groups }
  return (
    <>
      <ColumnChart
        {...common}
        title={t('tracking:picture.flow')}
        description={t('tracking:picture.flowDescription')}
        series={[
          { name: t('tracking:issued'), look: 'outlined', values: months.map(({ issued }) => issued) },
          { name: t('tracking:done'), look: 'filled', values: months.map(({ done }) => done) },
        ]}
      />
      <ColumnChart
        {...common}
        title={t('tracking:picture.open')}
        description={t('tracking:picture.openDescription')}
        series={[{ name: t('tracking:open'), look: 'filled', values: months.map(({ open }) => open) }]}
      />
    </>
  )
}

function AgePicture({ ages, filters, today }: Pick<BoardPicturesProps, 'ages' | 'filters' | 'today'>) {
  const t = useT()
  const words = ({ from, to }: OverdueAge) =>
    to ? t('tracking:age.between', { from, to }) : t('tracking:age.over', { days: from - 1 })
  const short = ({ from, to }: OverdueAge) => (to ? `${from}–${to}` : `>${from - 1}`)
  return (
    <div className="min-w-0">
      <ColumnChart
        title={t('tracking:picture.ages')}
        description={t('tracking:picture.agesDescription')}
        groupsName={t('tracking:age.head')}
        groups={overdueAges.map((age) => ({ key: String(age.from), name: words(age), short: short(age) }))}
        series={[{ name: t('directives:timeliness.OVERDUE'), look: 'filled', values: ages }]}
      />
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {overdueAges.map(
          (age, index) =>
            (ages[index] ?? 0) > 0 && (
              <li key={age.from}>
                <Link to={tasksPath(ageFilters(filters, age, today))} className="link inline-block py-1">
                  {`${words(age)}: ${formatNumber(ages[index] ?? 0)}`}
                </Link>
              </li>
            ),
        )}
      </ul>
    </div>
  )
}

function SharePicture({ lines }: { lines: BoardLine[] }) {
  const t = useT()
  const bars = lines.flatMap((line): Bar[] => {
    const percent = onTimeShare(line)
    const done = line.DONE_ON_TIME + line.DONE_LATE
    const words = `${formatNumber(line.DONE_ON_TIME)} / ${formatNumber(done)}`
    return percent === null ? [] : [{ key: line.key, name: line.name, percent, words }]
  })
  if (bars.length === 0) return null
  return (
    <BarChart
      title={t('tracking:picture.share')}
      heads={{ name: t('tracking:unit'), percent: t('tracking:onTimeShare'), words: t('tracking:onTimeOfDone') }}
      bars={bars.sort((one, other) => other.percent - one.percent)}
    />
  )
}
