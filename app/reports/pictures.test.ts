import { expect, it } from 'vitest'
import { translateFor } from '#app/i18n/translator.server.ts'
import { addFigures, type PartAsOf, type UnitFigures } from './figures.ts'
import { comparison, ranking } from './figure-sections.ts'
import { comparisonPicture, sharePicture } from './pictures.ts'

const t = translateFor('vi')
const units = ['A', 'B', 'C'].map((id) => ({ id, name: `Đơn vị ${id}`, abbreviation: id }))

const now = figuresOf([
  ['A', 'DONE_ON_TIME'],
  ['A', 'DONE_LATE'],
  ['B', 'DONE_ON_TIME'],
  ['B', 'OVERDUE'],
  ['C', 'OVERDUE'],
])
const before = figuresOf([['A', 'DONE_LATE']])

it('the columns of two periods are the figures of their table', () => {
  const picture = comparisonPicture(t, now, before)
  if (picture.kind !== 'columns') throw new Error('Not columns')
  const rows = comparison(t, now, before).rows.slice(0, picture.groups.length)
  const [former, shown] = picture.series
  expect(picture.groups.map(({ name }, index) => [name, shown?.values[index], former?.values[index]])).toEqual(
    rows.map((cells) => cells.slice(0, 3)),
  )
  expect(shown?.values).toEqual([5, 5, 2, 1, 2])
})

it('the bars are the shares of the units that finished something with a due day, the best first', () => {
  const picture = sharePicture(t, now, units)
  if (picture?.kind !== 'bars') throw new Error('No bars')
  expect(picture.bars.map(({ name, percent, words }) => [name, percent, words])).toEqual([
    ['B', 100, '1 / 1'],
    ['A', 50, '1 / 2'],
  ])
  expect(picture.bars.map(({ percent }) => percent)).toEqual(
    ranking(t, now, before, units).rows.map((cells) => cells[1]),
  )
  expect(sharePicture(t, [], units)).toBeUndefined()
})

function figuresOf(parts: [unitId: string, timeliness: PartAsOf['timeliness']][]): UnitFigures[] {
  const none = { IN_TIME: 0, DUE_SOON: 0, OVERDUE: 0, OPEN_ENDED: 0, DONE_ON_TIME: 0, DONE_LATE: 0 }
  return addFigures([
    parts.map(([unitId, timeliness]) => ({ ...none, unitId, role: 'LEAD', given: 1, total: 1, [timeliness]: 1 })),
  ])
}
