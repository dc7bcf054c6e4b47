import { expect, test } from 'vitest'
import { formatBytes, formatDay, formatMoment, formatNumber } from './format.ts'

test('a day is written day first', () => {
  expect(formatDay('2026-11-02')).toBe('02/11/2026')
})

test('a moment late in the evening of Greenwich is the next morning in the office', () => {
  const moment = new Date('2026-11-22T18:05:00Z')
  expect(formatMoment(moment)).toBe('23/11/2026 01:05')
})

test('numbers have a point between thousands and a comma before decimals', () => {
  expect(formatNumber(1234567.5)).toBe('1.234.567,5')
})

test('sizes are written in the unit that keeps them short', () => {
  expect(formatBytes(0)).toBe('0 B')
  expect(formatBytes(999)).toBe('999 B')
  expect(formatBytes(1_250_000)).toBe('1,3 MB')
})
