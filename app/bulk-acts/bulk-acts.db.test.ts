import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { enteredDirective, issuedTask, stateOf } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { expectAtOnce } from '#test/factories/held-tasks.ts'
import { principalsOf } from '#workflows/actor.ts'
import { beginBulkAct } from './begin-bulk-act.server.ts'
import { carryOutBulkAct } from './carry-out-bulk-act.server.ts'
import type { BulkTyped } from './forms.ts'
import { readBulkAct } from './read-bulk-act.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

const reason = 'Không còn phù hợp với kế hoạch'

async function begun(username: string, taskIds: string[], asked: BulkTyped, requestKey = newId()) {
  const by = office.actor(username)
  const { bulkActId } = await beginBulkAct({ taskIds, asked, by, requestKey, at: new Date() })
  const shown = () => readBulkAct({ bulkActId, personId: by.personId, principals: principalsOf(by) })
  return { bulkActId, shown }
}

test('each task has its own outcome, and one that is refused holds up no other', async () => {
  const issued = await issuedTask(office)
  const { taskIds } = await enteredDirective(office)
  const chosen = [issued.taskId, taskIds[0]!]
  const { bulkActId, shown } = await begun('tonghop1', chosen, { act: 'revoke', typed: { reason } })
  expect((await shown()).rows.map(({ outcome }) => outcome)).toEqual([null, null])

  await carryOutBulkAct(bulkActId, new Date())
  const { isFinished, rows } = await shown()
  expect(isFinished).toBe(true)
  expect(rows.map(({ taskId, outcome }) => [taskId, outcome?.problem?.code ?? 'done'])).toEqual([
    [chosen[0], 'done'],
    [chosen[1], 'refusals:notInThisState'],
  ])
  expect(await stateOf(issued.taskId)).toBe('revoked')
})

test('run twice, or killed before its outcome was noted, it urges each task once', async () => {
  const tasks = await Promise.all([issuedTask(office), issuedTask(office)])
  const ids = tasks.map(({ taskId }) => taskId)
  const words = 'Đề nghị đơn vị khẩn trương thực hiện'
  const { bulkActId, shown } = await begun('tonghop1', ids, { act: 'urge', typed: { words } })
  await carryOutBulkAct(bulkActId, new Date())
  await db.$executeRaw`update bulk_act_row set outcome = null where bulk_act_id = ${bulkActId}::uuid`
  await carryOutBulkAct(bulkActId, new Date())
  expect((await shown()).rows.every(({ outcome }) => outcome?.problem === null)).toBe(true)
  expect(await db.step.count({ where: { rootId: { in: ids }, event: 'urge' } })).toBe(2)
})

test('four tasks are moved at once and no more, and in the end all of them', async () => {
  const tasks = await Promise.all(Array.from({ length: 6 }, () => issuedTask(office)))
  const ids = tasks.map(({ taskId }) => taskId)
  const { bulkActId, shown } = await begun('tonghop1', ids, { act: 'revoke', typed: { reason } })
  await expectAtOnce(4, ids, () => carryOutBulkAct(bulkActId, new Date()))
  expect((await shown()).rows.map(({ outcome }) => outcome?.problem)).toEqual(ids.map(() => null))
})

test('what the person does not see is left out, and another does not see what was asked', async () => {
  const { taskId } = await issuedTask(office)
  const { bulkActId, shown } = await begun('truong.khtc', [taskId, newId()], { act: 'revoke', typed: { reason } })
  expect((await shown()).rows).toEqual([])
  await carryOutBulkAct(bulkActId, new Date())
  expect(await stateOf(taskId)).toBe('assigned')
  const other = office.actor('tonghop1')
  await expect(
    readBulkAct({ bulkActId, personId: other.personId, principals: principalsOf(other) }),
  ).rejects.toMatchObject({ status: 404 })
})

test('sent twice it begins once', async () => {
  const { taskId } = await issuedTask(office)
  const requestKey = newId()
  const asked: BulkTyped = { act: 'revoke', typed: { reason } }
  const first = await begun('tonghop1', [taskId], asked, requestKey)
  const second = await begun('tonghop1', [taskId], asked, requestKey)
  expect(second.bulkActId).toBe(first.bulkActId)
})

test('somebody whose account was locked meanwhile does nothing any more', async () => {
  const { taskId } = await issuedTask(office)
  const by = office.actor('tonghop2')
  const { bulkActId, shown } = await begun('tonghop2', [taskId], { act: 'revoke', typed: { reason } })
  await db.login.updateMany({ where: { personId: by.personId }, data: { banned: true } })
  await carryOutBulkAct(bulkActId, new Date())
  expect((await shown()).rows[0]?.outcome?.problem?.code).toBe('accountLocked')
  expect(await stateOf(taskId)).toBe('assigned')
})
