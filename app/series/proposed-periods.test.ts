import { expect, it } from 'vitest'
import { proposedPeriods } from './proposed-periods.ts'

it('proposes the period whose data closed a few days ago, for its task may still be due', () => {
  expect(proposedPeriods('2026-11-22').first.slice(0, 2)).toEqual(['2026-11', '2026-12'])
  expect(proposedPeriods('2026-11-22', ['QUARTER']).first[0]).toBe('2026-Q4')
  expect(proposedPeriods('2026-12-20', ['QUARTER', 'YEAR']).first).toEqual([
    ...['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'],
    ...['2026', '2027', '2028'],
  ])
})

it('ends later than it begins, in the same kinds', () => {
  const { last } = proposedPeriods('2026-11-22', ['HALF_YEAR'])
  expect(last[0]).toBe('2026-H2')
  expect(last.at(-1)).toBe('2030-H2')
})
