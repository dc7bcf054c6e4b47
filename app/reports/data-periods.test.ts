import { expect, it } from 'vitest'
import { type DataPeriodKind, dataPeriodOf, periodBefore } from './data-periods.ts'

it.each<[DataPeriodKind, string, string, string]>([
  ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
  ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
  ['month', '2026-11-14', '2026-10-15', '2026-11-14'],
  ['month', '2026-11-15', '2026-11-15', '2026-12-14'],
  ['month', '2026-12-31', '2026-12-15', '2027-01-14'],
  ['quarter', '2026-12-14', '2026-09-15', '2026-12-14'],
  ['quarter', '2026-12-15', '2026-12-15', '2027-03-14'],
  ['halfYear', '2026-03-01', '2025-12-15', '2026-06-14'],
  ['halfYear', '2026-06-15', '2026-06-15', '2026-12-14'],
  ['year', '2026-06-15', '2025-12-15', '2026-12-14'],
])('the data of the %s of %s run from %s to %s', (kind, day, from, to) => {
  expect(dataPeriodOf(kind, day)).toEqual({ from, to })
})

it('a period begins where the one before it ended', () => {
  const month = dataPeriodOf('month', '2026-03-01')
  expect(periodBefore('month', month)).toEqual({ from: '2026-01-15', to: '2026-02-14' })
})
