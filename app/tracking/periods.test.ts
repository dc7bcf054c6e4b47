import { expect, it } from 'vitest'
import { monthFigures } from './month-figures.ts'
import { periodNamed, type PeriodName } from './periods.ts'

it.each<[PeriodName, string, string, string]>([
  ['month', '2026-11-22', '2026-11-01', '2026-11-30'],
  ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['lastMonth', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
])('the %s of %s goes from %s to %s', (name, today, from, to) => {
  expect(periodNamed(name, today)).toEqual({ from, to })
})

it('what was issued before the months shown is open in each until the month it is settled in', () => {
  const figures = monthFigures([{ issuedIn: '', settledIn: '2026-10', done: true, count: 4 }], '2026-11-22')
  expect(figures.map(({ open }) => open)).toEqual([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0])
  expect(figures.map(({ done }) => done)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0])
})
