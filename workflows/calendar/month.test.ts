import { expect, it } from 'vitest'
import { monthsAfter } from './month.ts'

it.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -11, '2025-12'],
])('%s and %i months more is %s', (month, count, later) => {
  expect(monthsAfter(month, count)).toBe(later)
})
