import { offsetOf, ROWS_A_PAGE } from '#app/ui/paging.ts'
import { type Timeliness, timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { overdueAges } from './board-filters.ts'
import type { BoardRow } from './read-board.server.ts'

/** What all units lead, together. */
export interface LeadTotals extends Record<Timeliness, number> {
  /** How many units lead anything. */
  units: number
  total: number
  /** Of what is overdue, in the order of `overdueAges`. */
  ages: number[]
}

interface BoardPage {
  rows: BoardRow[]
  /** Units and officers on all pages. */
  holders: number
  page: number
  totals: LeadTotals
}

/** A page of the board: all figures of so many units or officers, with the totals of all of them. */
export function boardPageOf(rows: BoardRow[], page: number): BoardPage {
  const holders = [...new Set(rows.map(({ id }) => id))]
  const shown = new Set(holders.slice(offsetOf(page), offsetOf(page) + ROWS_A_PAGE))
  return { rows: rows.filter(({ id }) => shown.has(id)), holders: holders.length, page, totals: totalsOf(rows) }
}

function totalsOf(rows: BoardRow[]): LeadTotals {
  const lead = rows.filter(({ part }) => part === 'lead')
  const sum = (of: (row: BoardRow) => number) => lead.reduce((total, row) => total + of(row), 0)
  const counts = Object.fromEntries(timelinessKinds.map((kind) => [kind, sum((row) => row[kind])])) as Record<
    Timeliness,
    number
  >
  const ages = overdueAges.map((_, index) => sum((row) => row.ages[index] ?? 0))
  return { ...counts, units: lead.length, total: sum(({ total }) => total), ages }
}
