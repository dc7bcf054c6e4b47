import { beforeAll, expect, test } from 'vitest'
import { enteredDirective } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { findAnything } from './find-anything.server.ts'

let office: DemoOffice
let taskId: string
let directiveId: string
beforeAll(async () => {
  office = await demoOffice()
  const entered = await enteredDirective(office, {
    symbol: '127/TB-UBDT',
    subject: 'Kết luận về chuyển đổi số',
    tasks: [{ content: 'Xây dựng kế hoạch an toàn thông tin 100%' }],
  })
  directiveId = entered.directiveId
  taskId = entered.taskIds[0]!
})

const found = async (typed: string, username: string) =>
  (await findAnything(typed, office.actor(username))).map(({ kind, id }) => `${kind} ${id}`)

test.each([
  ['127/tb', () => [`directive ${directiveId}`]],
  ['chuyen doi so', () => [`directive ${directiveId}`]],
  ['AN TOAN THONG', () => [`task ${taskId}`]],
  ['100%', () => [`task ${taskId}`]],
  ['1_0', () => []],
  ['x', () => []],
  ['  ', () => []],
])(
  '"%s" finds by symbol and by words, without diacritics, and no letter stands for another',
  async (typed, expected) => {
    expect(await found(typed, 'tonghop1')).toEqual(expected())
  },
)

test('nobody finds what they may not see', async () => {
  expect(await found('an toan thong', 'truong.tttt')).toEqual([])
  expect(await found('an toan thong', 'quantri')).toEqual([])
})

test('people and units are found by the administrator only', async () => {
  const unit = `unit ${office.unitId('KHTC')}`
  expect(await found('ke hoach - tai chinh', 'quantri')).toContain(unit)
  expect(await found('ke hoach - tai chinh', 'tonghop1')).toEqual([])
})
