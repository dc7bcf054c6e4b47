import type { Translate } from '#app/i18n/translator.ts'
import { boardColumns } from '#app/tracking/board-columns.ts'
import type { XlsxCell } from '#app/platform/xlsx-cell.ts'
import { type PartRole, shareOf, sumOf, type UnitFigures } from './figures.ts'
import type { ReportSection } from './report.ts'

export interface NamedUnit {
  id: string
  name: string
  abbreviation: string
}

/** The figures of every unit that has any, in the office's own order: as leads with their sum, or as supporters without one. */
export function figureSection(t: Translate, rows: UnitFigures[], units: NamedUnit[], role: PartRole): ReportSection {
  const ofRole = unitsInOrder(rows, units, role)
  const lines = ofRole.map(({ unit, row }, index): XlsxCell[] => [index + 1, unit.name, ...figuresOf(row)])
  if (role === 'LEAD' && lines.length > 0) {
    const sum = sumOf(ofRole.map(({ row }) => row))
    lines.push([null, t('tracking:allUnits'), ...figuresOf(sum)])
  }
  return {
    heading: t(`reports:section.${role}`),
    columns: [
      { head: t('reports:column.number'), parts: 5 },
      { head: t('tracking:unit'), parts: 21, names: true },
      { head: t('reports:figure.given'), parts: 8, numeric: true },
      ...boardColumns.map((kind) => ({ head: t(`directives:timeliness.${kind}`), parts: 8, numeric: true })),
      { head: t('tracking:total'), parts: 8, numeric: true },
      { head: t('reports:figure.share'), parts: 10, numeric: true },
    ],
    rows: lines,
    empty: t('reports:empty.figures'),
  }
}

/** Units without figures are left out. */
export function unitsInOrder(rows: UnitFigures[], units: NamedUnit[], role: PartRole) {
  const byUnit = new Map(rows.filter((row) => row.role === role).map((row) => [row.unitId, row]))
  return units.flatMap((unit) => {
    const row = byUnit.get(unit.id)
    return row ? [{ unit, row }] : []
  })
}

function figuresOf(row: UnitFigures): XlsxCell[] {
  return [row.given, ...boardColumns.map((kind) => row[kind]), row.total, shareOf(row)]
}

/** The figures two periods are compared by. */
export const COMPARED = ['given', 'total', 'DONE_ON_TIME', 'DONE_LATE', 'OVERDUE'] as const

export function comparedWords(t: Translate): Record<(typeof COMPARED)[number], string> {
  return {
    given: t('reports:figure.given'),
    total: t('tracking:total'),
    DONE_ON_TIME: t('directives:timeliness.DONE_ON_TIME'),
    DONE_LATE: t('directives:timeliness.DONE_LATE'),
    OVERDUE: t('directives:timeliness.OVERDUE'),
  }
}

/** What all units led, beside the same of the period before. */
export function comparison(t: Translate, now: UnitFigures[], before: UnitFigures[]): ReportSection {
  const [sum, former] = [now, before].map((rows) => sumOf(rows.filter(({ role }) => role === 'LEAD'))) as [
    UnitFigures,
    UnitFigures,
  ]
  const words = comparedWords(t)
  return {
    heading: t('reports:section.comparison'),
    columns: comparedColumns(t, t('reports:column.figure')),
    rows: [
      ...COMPARED.map((key): XlsxCell[] => [words[key], sum[key], former[key], sum[key] - former[key]]),
      [t('reports:figure.share'), ...compared(shareOf(sum), shareOf(former))],
    ],
    empty: '',
  }
}

/** How each unit did as the lead, the best first, beside the period before. */
export function ranking(t: Translate, now: UnitFigures[], before: UnitFigures[], units: NamedUnit[]): ReportSection {
  const former = new Map(unitsInOrder(before, units, 'LEAD').map(({ unit, row }) => [unit.id, shareOf(row)]))
  const ranked = unitsInOrder(now, units, 'LEAD')
    .map(({ unit, row }) => ({ unit, share: shareOf(row) }))
    .filter(({ share }) => share !== null)
    .sort((one, other) => other.share! - one.share!)
  return {
    heading: t('reports:section.ranking'),
    columns: comparedColumns(t, t('tracking:unit')),
    rows: ranked.map(({ unit, share }) => [unit.name, ...compared(share, former.get(unit.id) ?? null)]),
    empty: t('reports:empty.ranking'),
  }
}

function comparedColumns(t: Translate, first: string) {
  return [
    { head: first, parts: 40, names: true },
    { head: t('reports:column.now'), parts: 20, numeric: true },
    { head: t('reports:column.before'), parts: 20, numeric: true },
    { head: t('reports:column.change'), parts: 20, numeric: true },
  ]
}

function compared(now: number | null, before: number | null): XlsxCell[] {
  const change = now === null || before === null ? null : Math.round((now - before) * 10) / 10
  return [now, before, change]
}
