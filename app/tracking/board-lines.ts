import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { type BoardFilters, type BoardPart, leadFilters, rowFilters } from './board-filters.ts'
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

/** All units that lead together; a task has one of them. */
export function totalLine(lines: BoardLine[], name: string, filters: BoardFilters, scope: BoardScope): BoardLine {
  const sum = (key: Timeliness | 'total') => lines.reduce((total, line) => total + line[key], 0)
  const counts = Object.fromEntries(timelinessKinds.map((kind) => [kind, sum(kind)])) as Record<Timeliness, number>
  return { ...counts, key: 'total', name, fullName: name, total: sum('total'), filters: leadFilters(filters, scope) }
}
