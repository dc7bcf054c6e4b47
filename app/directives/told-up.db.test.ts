import { beforeAll, describe, expect, it } from 'vitest'
import { acceptContribution } from '#app/directives/assignment-acts.server.ts'
import { changeDueDay } from '#app/directives/task-acts.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, supportedTask } from '#test/factories/directives.ts'
import { heldByOfficer, remindBy, sweepOn } from '#test/factories/reminded.ts'
import { principalsOf } from '#workflows/actor.ts'
import type { Level } from '#workflows/reminders/policy.ts'
import { listTasks } from './task-list.server.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
  await remindBy(office, usualPolicy)
})

describe('the tasks a level was told of', () => {
  it('are those of which it still is owed', async () => {
    const { taskId, partId } = await heldByOfficer(office)
    await sweepOn('2030-06-07')
    expect(await listed('tonghop1', 'HEAD')).toEqual([taskId])
    expect(await listed('tonghop1', 'SECRETARIAT')).toEqual([])
    await sweepOn('2030-06-19')
    expect(await listed('tonghop1', 'SECRETARIAT')).toEqual([taskId])
    const result = { text: 'Đã xong' }
    await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), partId), result, files: [] })
    expect(await listed('tonghop1', 'SECRETARIAT')).toEqual([])
  })

  it('are no longer those with another day', async () => {
    const { taskId } = await heldByOfficer(office)
    await sweepOn('2030-07-12')
    expect(await listed('tonghop1', 'SECRETARIAT')).toContain(taskId)
    const dueDay = { dueOn: '2030-12-31', reason: 'Theo kết luận mới' }
    await changeDueDay({ ...asked(office.actor('chunhiem'), taskId), ...dueDay })
    expect(await listed('tonghop1', 'HEAD')).not.toContain(taskId)
  })

  it('tell a supporting unit nothing of what others owe', async () => {
    const { taskId, supportId } = await supportedTask(office)
    const result = { text: 'Đã góp ý' }
    await reportResult({ ...asked(office.actor('truong.khtc'), supportId), result, files: [] })
    await acceptContribution(asked(office.actor('truong.tttt'), supportId))
    await sweepOn('2031-06-30')
    expect(await listed('tonghop1', 'SECRETARIAT')).toContain(taskId)
    const ofSupporter = await listTasks({
      filters: {},
      principals: principalsOf(office.actor('truong.khtc')),
      today: '2031-06-30',
      page: 1,
    })
    expect(ofSupporter.rows.map(({ id }) => id)).toContain(taskId)
    expect(await listed('truong.khtc', 'SECRETARIAT')).toEqual([])
  })
})

async function listed(username: string, toldUp: Exclude<Level, 'HOLDER'>): Promise<string[]> {
  const principals = principalsOf(office.actor(username))
  const { rows } = await listTasks({ filters: { toldUp }, principals, today: '2030-06-19', page: 1 })
  return rows.map(({ id }) => id)
}
