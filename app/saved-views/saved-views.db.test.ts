import { beforeAll, expect, it } from 'vitest'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { changeView } from './change-view.server.ts'
import { listViews, readOneView } from './read-view.server.ts'
import { removeView } from './remove-view.server.ts'
import { saveView } from './save-view.server.ts'

const at = new Date('2026-11-22T05:00:00Z')

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

async function saved(username: string, name: string, unit?: string): Promise<string> {
  const by = office.actor(username)
  await saveView({ name, search: 'timeliness=OVERDUE&page=3', unitId: unit && office.unitId(unit), by, at })
  return (await listViews(by)).find((view) => view.name === name)!.id
}

async function namesSeenBy(username: string): Promise<string[]> {
  return (await listViews(office.actor(username))).map(({ name }) => name)
}

it('keeps the filters of an address and nothing else of it', async () => {
  const id = await saved('tonghop1', 'Quá hạn')
  expect(await readOneView(id, office.actor('tonghop1'))).toMatchObject({ search: 'timeliness=OVERDUE', unitId: null })
})

it('is seen by its owner, and by nobody else unless it is shared', async () => {
  const id = await saved('truong.tttt', 'Riêng của trưởng')
  expect(await namesSeenBy('truong.tttt')).toContain('Riêng của trưởng')
  expect(await namesSeenBy('pho.tttt')).not.toContain('Riêng của trưởng')
  const other = office.actor('pho.tttt')
  await expect(readOneView(id, other)).rejects.toBeInstanceOf(NotFound)
  await expect(changeView({ viewId: id, name: 'Khác', by: other })).rejects.toBeInstanceOf(NotFound)
  await expect(removeView({ viewId: id, by: other })).rejects.toBeInstanceOf(NotFound)
})

it('shared with a unit is seen by whoever holds a post in it, and changed by its owner only', async () => {
  const id = await saved('truong.tttt', 'Chung của Trung tâm', 'TTTT')
  expect(await namesSeenBy('chuyenvien2.tttt')).toContain('Chung của Trung tâm')
  expect(await namesSeenBy('truong.khtc')).not.toContain('Chung của Trung tâm')
  const officer = office.actor('chuyenvien2.tttt')
  await expect(changeView({ viewId: id, name: 'Khác', by: officer })).rejects.toBeInstanceOf(Refused)
  await expect(removeView({ viewId: id, by: officer })).rejects.toBeInstanceOf(Refused)
  await changeView({ viewId: id, name: 'Không chung nữa', by: office.actor('truong.tttt') })
  expect(await namesSeenBy('chuyenvien2.tttt')).not.toContain('Không chung nữa')
})

it('shared with a unit may be removed by whoever else may share with it', async () => {
  const id = await saved('truong.tttt', 'Của người đã đi', 'TTTT')
  await removeView({ viewId: id, by: office.actor('pho.tttt') })
  expect(await namesSeenBy('truong.tttt')).not.toContain('Của người đã đi')
})

it('is shared by heads, deputies and the secretariat, with their own unit', async () => {
  await expect(saved('tonghop1', 'Của bộ phận tổng hợp', 'VP')).resolves.toBeDefined()
  await expect(saved('pho.tttt', 'Của phó', 'TTTT')).resolves.toBeDefined()
  await expect(saved('truong.tttt', 'Cho đơn vị khác', 'KHTC')).rejects.toBeInstanceOf(Refused)
  await expect(saved('chuyenvien1.tttt', 'Của chuyên viên', 'TTTT')).rejects.toBeInstanceOf(Refused)
})

it('has a name that its owner gave to no other', async () => {
  const id = await saved('truong.khtc', 'Một tên')
  await expect(saved('truong.khtc', 'Một tên')).rejects.toBeInstanceOf(Conflict)
  await expect(saved('pho.khtc', 'Một tên')).resolves.toBeDefined()
  await expect(changeView({ viewId: id, name: 'Một tên', by: office.actor('truong.khtc') })).resolves.toBeDefined()
})
