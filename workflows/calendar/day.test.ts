import { expect, it } from 'vitest'
import { daysAfter } from './day.ts'

it.each([
  ['2026-11-22', 3, '2026-11-25'],
  ['2026-12-30', 3, '2027-01-02'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days more is %s', (day, days, later) => {
  expect(daysAfter(day, days)).toBe(later)
})
