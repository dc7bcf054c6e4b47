import { type BoardFilters, type BoardPart, leadFilters, rowFilters } from './board-filters.ts'
import type { LeadTotals } from './board-page.ts'
import type { BoardScope } from './board-scope.ts'
import type { BoardLine } from './board-table.tsx'
import type { BoardRow } from './read-board.server.ts'

export function boardLines(rows: BoardRow[], part: BoardPart, filters: BoardFilters): BoardLine[] {
  return rows
    .filter((row) => row.part === part)
    .map((row) => ({
      ...row,
      key: row.id,
      name: row.abbreviation ?? row.name,
      fullName: row.name,
      filters: rowFilters(filters, part, row.id),
    }))
}

/** All units that lead together, those of other pages too; a task has one of them. */
export function totalLine(totals: LeadTotals, name: string, filters: BoardFilters, scope: BoardScope): BoardLine {
  return { ...totals, key: 'total', name, fullName: name, filters: leadFilters(filters, scope) }
}
