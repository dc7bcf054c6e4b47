import { describe, expect, it } from 'vitest'
import { closingSourceOf, dataOf, numberIn, periodAfter, periodKindOf, periodOf, reportedMonth } from './periods.ts'

describe('the data of a period', () => {
  it.each([
    ['2026-11', '2026-10-15', '2026-11-14'],
    ['2027-01', '2026-12-15', '2027-01-14'],
    ['2026-Q1', '2025-12-15', '2026-03-14'],
    ['2026-Q4', '2026-09-15', '2026-12-14'],
    ['2026-H1', '2025-12-15', '2026-06-14'],
    ['2026-H2', '2026-06-15', '2026-12-14'],
    ['2026', '2025-12-15', '2026-12-14'],
  ])('of %s run from %s to %s', (period, from, to) => {
    expect(dataOf(period)).toEqual({ from, to })
  })

  it('close by a rule that can be named', () => {
    expect(closingSourceOf('2026-Q4')).toBe('09/2019/NĐ-CP')
  })
})

it.each([
  ['MONTH', '2026-11-14', '2026-11'],
  ['MONTH', '2026-11-15', '2026-12'],
  ['MONTH', '2026-12-15', '2027-01'],
  ['QUARTER', '2026-12-14', '2026-Q4'],
  ['QUARTER', '2026-12-15', '2027-Q1'],
  ['HALF_YEAR', '2026-06-15', '2026-H2'],
  ['YEAR', '2026-12-15', '2027'],
] as const)('the data of the %s of %s go into %s', (kind, day, period) => {
  expect(periodOf(kind, day)).toBe(period)
})

it.each([
  ['2026-12', '2027-01'],
  ['2026-Q3', '2026-Q4'],
  ['2026-Q4', '2027-Q1'],
  ['2026-H2', '2027-H1'],
  ['2026', '2027'],
])('after %s comes %s, whose data begin the day after', (period, next) => {
  expect(periodAfter(period)).toBe(next)
  expect(dataOf(next).from > dataOf(period).to).toBe(true)
  expect(next > period).toBe(true)
})

it('a period has its number in its year', () => {
  expect(numberIn('2026-Q3')).toEqual({ kind: 'QUARTER', year: 2026, number: 3 })
  expect(numberIn('2026-11')).toEqual({ kind: 'MONTH', year: 2026, number: 11 })
  expect(numberIn('2026-H1')).toEqual({ kind: 'HALF_YEAR', year: 2026, number: 1 })
  expect(numberIn('2026')).toEqual({ kind: 'YEAR', year: 2026, number: 1 })
})

it.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '2026-H3', '26', '2026-1', '2026-11-01', ''])(
  '%s is no period',
  (text) => {
    expect(periodKindOf(text)).toBeNull()
    expect(() => dataOf(text)).toThrow(RangeError)
  },
)

it('a day before the first rule is counted by it', () => {
  expect(reportedMonth('2018-05-15')).toBe('2018-06')
})
