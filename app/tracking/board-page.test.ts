import { expect, it } from 'vitest'
import { boardPageOf } from './board-page.ts'
import type { BoardRow } from './read-board.server.ts'

const none = { IN_TIME: 0, DUE_SOON: 0, OVERDUE: 0, OPEN_ENDED: 0, DONE_ON_TIME: 0, DONE_LATE: 0 }

function rowOf(unit: number, part: BoardRow['part']): BoardRow {
  const id = `unit ${unit}`
  return { ...none, part, id, name: id, abbreviation: null, OVERDUE: 2, DONE_LATE: 1, total: 3, ages: [1, 0, 0, 1] }
}

const rows = Array.from({ length: 120 }, (_, unit) => [rowOf(unit, 'lead'), rowOf(unit, 'support')]).flat()

it('a page of the board has every figure of its units', () => {
  const { rows: shown, holders } = boardPageOf(rows, 3)
  expect(holders).toBe(120)
  expect(shown).toEqual(rows.slice(200))
})

it('every page of the board tells what all units lead together', () => {
  const all = { ...none, units: 120, OVERDUE: 240, DONE_LATE: 120, total: 360, ages: [120, 0, 0, 120] }
  expect(boardPageOf(rows, 1).totals).toEqual(all)
  expect(boardPageOf(rows, 3).totals).toEqual(all)
})

it('beyond the last page of the board nothing is shown', () => {
  expect(boardPageOf(rows, 4).rows).toEqual([])
})
