import { useT } from '#app/i18n/use-t.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ROWS_A_PAGE } from '#app/ui/paging.ts'
import { type BoardFilters, leadFilters } from './board-filters.ts'
import { boardLines, totalLine } from './board-lines.ts'
import type { LeadTotals } from './board-page.ts'
import { BoardPictures } from './board-pictures.tsx'
import type { BoardScope } from './board-scope.ts'
import { BoardTable } from './board-table.tsx'
import type { MonthFigures } from './month-figures.ts'
import type { BoardRow } from './read-board.server.ts'

interface BoardProps {
  /** Of the units and officers on this page. */
  rows: BoardRow[]
  totals: LeadTotals
  /** Units and officers on all pages. */
  holders: number
  page: number
  months: MonthFigures[]
  filters: BoardFilters
  scope: BoardScope
  today: string
}

/** Tables first, for they answer; then the pictures. What a unit leads and what it supports are counted apart. */
export function Board({ rows, totals, holders, page, months, filters, scope, today }: BoardProps) {
  const t = useT()
  const lead = boardLines(rows, 'lead', filters)
  const support = boardLines(rows, 'support', filters)
  const officers = boardLines(rows, 'officer', filters)
  const withTotal = totals.units > 1 ? [...lead, totalLine(totals, t('tracking:allUnits'), filters, scope)] : lead
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
      {holders > ROWS_A_PAGE && <Pagination page={page} pageSize={ROWS_A_PAGE} total={holders} />}
      <BoardPictures
        months={months}
        lines={lead}
        ages={totals.ages}
        filters={leadFilters(filters, scope)}
        today={today}
      />
    </>
  )
}
