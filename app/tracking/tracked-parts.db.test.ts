import { beforeAll, expect, it } from 'vitest'
import { giveBack } from '#app/directives/assignment-acts.server.ts'
import { changeFollower, reassignTask } from '#app/directives/change-people.server.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { changeDueDay, takeBackTask } from '#app/directives/task-acts.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective, issuedTask, passedUpTask, supportedTask } from '#test/factories/directives.ts'
import { madeUpTasks } from '#test/factories/made-up-tasks.ts'

const reason = 'Theo ý kiến của lãnh đạo'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

const bySecretary = (taskId: string) => asked(office.actor('tonghop1'), taskId)

const stories: Record<string, () => Promise<unknown>> = {
  'was entered': () => enteredDirective(office, { tasks: [{}, { openEnded: true, dueOn: undefined }] }),
  'was passed up': () => passedUpTask(office),
  'was taken back': async () => {
    const { taskId } = await issuedTask(office)
    await takeBackTask({ ...bySecretary(taskId), reason })
  },
  'is supported, has another day and another follower': async () => {
    const { taskId, supportId } = await supportedTask(office)
    await changeDueDay({ ...bySecretary(taskId), dueOn: '2030-07-31', reason })
    await changeFollower({ ...bySecretary(taskId), followerId: office.actor('tonghop2').personId })
    await giveBack({ ...asked(office.actor('truong.khtc'), supportId), reason })
  },
  'went to another unit': async () => {
    const { taskId, leadId } = await issuedTask(office)
    await giveBack({ ...asked(office.actor('truong.tttt'), leadId), reason })
    await reassignTask({ ...bySecretary(taskId), leadUnitId: office.unitId('HTQT'), reason })
  },
  'was issued and lost its day': async () => {
    const { taskIds } = await enteredDirective(office)
    await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
    await transaction('test', (tx) => tx.deadline.delete({ where: { subjectId: taskIds[0]! } }))
  },
  'is one of many, written straight into the tables': () =>
    madeUpTasks(office, { count: 60, seed: 7, today: '2026-11-22' }),
}

it.each(Object.entries(stories))('what is tracked of a task that %s is what its tables say', async (_, tell) => {
  const before = await db.trackedPart.count()
  await tell()
  expect(await db.trackedPart.count()).toBeGreaterThan(before)
  const [differences] = await db.$queryRaw<[{ missing: number; stale: number }]>`
    select (select count(*)::int from (select * from tracked_part_now except select * from tracked_part) row) as missing,
      (select count(*)::int from (select * from tracked_part except select * from tracked_part_now) row) as stale`
  expect(differences).toEqual({ missing: 0, stale: 0 })
})

it('the application reads what is tracked and cannot write it', async () => {
  await expect(db.$executeRaw`update tracked_part set restricted = false`).rejects.toThrow('permission denied')
})
