import { formatNumber } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { shareOf, sumOf, type UnitFigures } from './figures.ts'
import { COMPARED, comparedWords, type NamedUnit, unitsInOrder } from './figure-sections.ts'
import type { ReportPicture } from './report.ts'

/** The figures of all units together, this period's columns beside those of the period before. */
export function comparisonPicture(t: Translate, now: UnitFigures[], before: UnitFigures[]): ReportPicture {
  const words = comparedWords(t)
  const [sum, former] = [now, before].map((rows) => sumOf(rows.filter(({ role }) => role === 'LEAD')))
  return {
    kind: 'columns',
    title: t('reports:picture.comparison'),
    description: t('reports:picture.comparisonDescription'),
    groups: COMPARED.map((key) => ({
      key,
      name: words[key],
      short: t(`reports:figureInShort.${key}`),
    })),
    series: [
      { name: t('reports:column.before'), look: 'outlined', values: COMPARED.map((key) => former![key]) },
      { name: t('reports:column.now'), look: 'filled', values: COMPARED.map((key) => sum![key]) },
    ],
  }
}

/** How much of what each unit led and finished was in time, the best first; none where nothing with a due day was done. */
export function sharePicture(t: Translate, rows: UnitFigures[], units: NamedUnit[]): ReportPicture | undefined {
  const bars = unitsInOrder(rows, units, 'LEAD').flatMap(({ unit, row }) => {
    const percent = shareOf(row)
    const words = `${formatNumber(row.DONE_ON_TIME)} / ${formatNumber(row.DONE_ON_TIME + row.DONE_LATE)}`
    return percent === null ? [] : [{ key: unit.id, name: unit.abbreviation, percent, words }]
  })
  if (bars.length === 0) return undefined
  bars.sort((one, other) => other.percent - one.percent)
  return { kind: 'bars', title: t('tracking:picture.share'), bars }
}
