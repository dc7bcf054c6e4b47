import { useT } from '#app/i18n/use-t.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { ColumnChart } from '#app/ui/column-chart.tsx'
import type { ReportPicture } from './report.ts'

/** What a section shows at a glance. The figures stand in its own table, too. */
export function SectionPicture({ picture }: { picture: ReportPicture }) {
  const t = useT()
  if (picture.kind === 'columns') return <ColumnChart {...picture} groupsName={t('reports:column.figure')} />
  const heads = { name: t('tracking:unit'), percent: t('tracking:onTimeShare'), words: t('tracking:onTimeOfDone') }
  return <BarChart title={picture.title} heads={heads} bars={picture.bars} />
}
