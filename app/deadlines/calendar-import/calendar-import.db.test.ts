import { beforeAll, describe, expect, test } from 'vitest'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { changeCalendar } from '../change-calendar.server.ts'
import { lookAtEdit } from '../calendar-look.server.ts'
import { editInFile } from './look-at-file.server.ts'
import { importTemplate } from './template.ts'

const HEADS = 'Ngày;Đến ngày;Loại;Dịp lễ;Theo văn bản'
const LINES = `${HEADS}\n03/02/2027;09/02/2027;Nghỉ;Tết Nguyên đán;Thông báo 1/TB-BNV\n2027-02-27;;Làm bù;;Công văn 2/VPCP\n`
let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})

describe('an announcement', () => {
  test.each([
    ['with byte order mark', (text: string) => `\uFEFF${text}`],
    ['without one', (text: string) => text],
    ['with commas', (text: string) => text.replaceAll(';', ',')],
    ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with decomposed letters', (text: string) => text.normalize('NFD')],
  ])('is read %s', async (_, written) => {
    const { edit, faults } = await fileOf(written(LINES))
    expect(faults).toEqual([])
    expect(edit.put).toHaveLength(8)
    expect(edit.put.at(0)).toEqual({
      day: '2027-02-03',
      kind: 'OFF',
      holiday: 'lunarNewYear',
      source: 'Thông báo 1/TB-BNV',
    })
    expect(edit.put.at(-1)).toMatchObject({ day: '2027-02-27', kind: 'MAKE_UP', holiday: null })
  })

  test('taken twice changes nothing the second time, and changed what differs', async () => {
    const { edit } = await fileOf(LINES)
    await changeCalendar({ ...act(), ...(await lookAtEdit({ ...act(), edit })) })
    const changes = async (text: string) => {
      const { days } = await lookAtEdit({ ...act(), edit: (await fileOf(text)).edit })
      return days.map(({ change }) => change)
    }
    expect(new Set(await changes(LINES))).toEqual(new Set(['same']))
    const other = await changes(LINES.replace('Công văn 2/VPCP', 'Công văn 3/VPCP'))
    expect(other.filter((change) => change !== 'same')).toEqual(['changed'])
  })

  test('has a template that is itself in order', async () => {
    expect((await fileOf(importTemplate())).faults).toEqual([])
  })
})

test('each line that is wrong is told with its reason', async () => {
  const { faults } = await fileOf(
    `${HEADS}\n31/02/2027;;Nghỉ;;Thông báo 1\n17/03/2027;;Làm bù;;Thông báo 1\n18/03/2027;;Chơi;;Thông báo 1\n` +
      `19/03/2027;;Nghỉ;Tết Tây Tạng;Thông báo 1\n22/03/2027;;Nghỉ;;\n23/03/2027;24/03/2027;Nghỉ;;Thông báo 1\n` +
      `24/03/2027;;Nghỉ;;Thông báo 1\n`,
  )
  expect(faults.map(({ line, code }) => [line, code.replace('workingCalendar:fault.', '')])).toEqual([
    [2, 'notADay'],
    [3, 'isWorkedAnyway'],
    [4, 'unknownKind'],
    [5, 'unknownHoliday'],
    [6, 'sourceMissing'],
    [8, 'twice'],
  ])
})

test('a file that is none of ours is told as a whole', async () => {
  expect((await fileOf('Họ và tên;Ngày\nA;B\n')).faults).toEqual([
    { line: 1, code: 'columnMissing', values: { column: 'kind' } },
  ])
})

function act() {
  return { by: office.actor('quantri'), address: null, at: new Date('2026-11-23T01:00:00Z') }
}

function fileOf(text: string) {
  return editInFile({ ...act(), bytes: new TextEncoder().encode(text) })
}
