import { useT } from '#app/i18n/use-t.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type BoardFilters, leadFilters, overdueAges } from './board-filters.ts'
import { boardLines, totalLine } from './board-lines.ts'
import { BoardPictures } from './board-pictures.tsx'
import type { BoardScope } from './board-scope.ts'
import { BoardTable } from './board-table.tsx'
import type { MonthFigures } from './month-figures.ts'
import type { BoardRow } from './read-board.server.ts'

interface BoardProps {
  rows: BoardRow[]
  months: MonthFigures[]
  filters: BoardFilters
  scope: BoardScope
  today: string
}

/** Tables first, for they answer; then the pictures. What a unit leads and what it supports are counted apart. */
export function Board({ rows, months, filters, scope, today }: BoardProps) {
  const t = useT()
  const lead = boardLines(rows, 'lead', filters)
  const support = boardLines(rows, 'support', filters)
  const officers = boardLines(rows, 'officer', filters)
  const ages = overdueAges.map((_, index) =>
    rows.filter(({ part }) => part === 'lead').reduce((total, row) => total + (row.ages[index] ?? 0), 0),
  )
  const withTotal = lead.length > 1 ? [...lead, totalLine(lead, t('tracking:allUnits'), filters, scope)] : lead
  return (
    <>
      <div className="grid gap-8">
        {rows.length === 0 && <EmptyState>{t('tracking:empty')}</EmptyState>}
        {lead.length > 0 && <BoardTable caption={t('tracking:lead')} head={t('tracking:unit')} lines={withTotal} />}
        {support.length > 0 && <BoardTable caption={t('tracking:support')} head={t('tracking:unit')} lines={support} />}
        {officers.length > 0 && (
          <BoardTable caption={t('tracking:officers')} head={t('tracking:officer')} lines={officers} />
        )}
      </div>
      <BoardPictures months={months} lines={lead} ages={ages} filters={leadFilters(filters, scope)} today={today} />
    </>
  )
}
