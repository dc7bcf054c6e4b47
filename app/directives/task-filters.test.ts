import { expect, it } from 'vitest'
import { filtersIn, searchOf, type TaskFilters, taskFiltersFrom, tasksPath } from './task-filters.ts'

const id = '0190a0b0-0000-7000-8000-000000000001'

const everyFilter: Required<TaskFilters> = {
  q: 'báo cáo & kết luận 100%',
  state: 'suspended',
  timeliness: 'OVERDUE',
  dueDay: 'outer',
  unit: id,
  unitPart: 'any',
  officer: id,
  leader: id,
  inChargeOf: id,
  follower: id,
  group: '00000000-0000-7000-8000-000000000009',
  series: '00000000-0000-7000-8000-000000000010',
  watch: 'followed',
  toldUp: 'SECRETARIAT',
  urgency: 'FLASH',
  field: 'Chính sách dân tộc',
  sourceKind: 'TELEGRAM',
  symbol: '15/TB-UBDT',
  issuedFrom: '2026-01-01',
  issuedTo: '2026-01-31',
  dueFrom: '2026-02-01',
  dueTo: '2026-02-28',
  trackedFrom: '2026-03-01',
  trackedTo: '2026-03-31',
}

it('every filter comes back out of the address it was written into', () => {
  expect(filtersIn(new URLSearchParams(searchOf(everyFilter)))).toEqual(everyFilter)
  expect(taskFiltersFrom(new URL(tasksPath(everyFilter), 'http://within.invalid'))).toEqual(everyFilter)
})

it('the same filters have one address, in whatever order they were chosen', () => {
  const reversed = Object.fromEntries(Object.entries(everyFilter).reverse())
  expect(searchOf(reversed)).toBe(searchOf(everyFilter))
  expect(tasksPath({})).toBe('/tasks')
})

it('what is no filter, or no value of one, is left out', () => {
  const search = new URLSearchParams(
    'state=sleeping&unit=VP&dueDay=inner&trackedFrom=2026-02-30&page=3&q=+&urgency=FLASH',
  )
  expect(filtersIn(search)).toEqual({ urgency: 'FLASH' })
})
