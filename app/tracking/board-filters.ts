import { type TaskFilters, taskFiltersFrom } from '#app/directives/task-filters.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Timeliness } from '#workflows/calendar/timeliness.ts'
import type { BoardScope } from './board-scope.ts'
import { periodNamed } from './periods.ts'

/** What the board can be narrowed by; unit, timeliness and the like are its rows and columns. */
const boardFilterNames = [
  'trackedFrom',
  'trackedTo',
  'dueDay',
  'leader',
  'follower',
  'urgency',
  'field',
  'sourceKind',
] as const satisfies (keyof TaskFilters)[]

export type BoardFilters = Pick<TaskFilters, (typeof boardFilterNames)[number]> & { trackedFrom: Day; trackedTo: Day }

/** The board's filters out of the address; without a period it goes over this month. */
export function boardFiltersFrom(url: URL, today: Day): BoardFilters {
  const filters = taskFiltersFrom(url)
  const kept = Object.fromEntries(boardFilterNames.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))
  const month = periodNamed('month', today)
  return { trackedFrom: month.from, trackedTo: month.to, ...(kept as Partial<BoardFilters>) }
}

/** Of the tasks led by the units of the scope. */
export function leadFilters(filters: BoardFilters, scope: BoardScope): TaskFilters {
  switch (scope.kind) {
    case 'all':
      return filters
    case 'charge':
      return { ...filters, inChargeOf: scope.leaderId }
    case 'unit':
      return { ...filters, unit: scope.unitId }
  }
}

export type BoardPart = 'lead' | 'support' | 'officer'

/** Of one row of the board: a unit that leads, a unit that supports, or an officer. */
export function rowFilters(filters: BoardFilters, part: BoardPart, id: string): TaskFilters {
  // Only a task as a whole has an outer due day.
  const { dueDay: _, ...ofParts } = filters
  switch (part) {
    case 'lead':
      return { ...filters, unit: id }
    case 'support':
      return { ...ofParts, unit: id, unitPart: 'support' }
    case 'officer':
      return { ...ofParts, officer: id }
  }
}

export function cellFilters(row: TaskFilters, timeliness: Timeliness): TaskFilters {
  return { ...row, timeliness }
}

/** How many days ago the due day of what is overdue passed. */
export const overdueAges = [
  { from: 1, to: 7 },
  { from: 8, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: null },
] as const
export type OverdueAge = (typeof overdueAges)[number]

/** Between which days what is overdue so long was due. The newest have no last day: what was due at an hour is overdue on its day. */
export function dueDaysOf({ from, to }: OverdueAge, today: Day): Pick<TaskFilters, 'dueFrom' | 'dueTo'> {
  return {
    ...(from > 1 && { dueTo: daysAfter(today, -from) }),
    ...(to && { dueFrom: daysAfter(today, -to) }),
  }
}

export function ageFilters(row: TaskFilters, age: OverdueAge, today: Day): TaskFilters {
  return { ...row, timeliness: 'OVERDUE', ...dueDaysOf(age, today) }
}
