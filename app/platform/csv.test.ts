import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvText, withoutFormulaGuard } from './csv.ts'

test.each(['=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"])(
  'a cell never becomes a formula: %s',
  (typed) => {
    const [[cell]] = parse(csvText([[typed]]), { bom: true, delimiter: ';' }) as [[string]]
    expect(cell).toMatch(/^'/)
  },
)

test('what was written is read back as it was', () => {
  const rows = [
    ['Mã; người', 'nói "chào"', 'hai\ndòng', ' khoảng trắng ', ''],
    ['=1', '-2', '+84', '@a', 'đủ'],
  ]
  const read = parse(csvText(rows), { bom: true, delimiter: ';' })
  expect(read.map((row) => row.map(withoutFormulaGuard))).toEqual(rows)
})
