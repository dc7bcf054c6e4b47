import { beforeAll, expect, test } from 'vitest'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { heldByOfficer, sweepOn } from '#test/factories/reminded.ts'
import { principalsOf } from '#workflows/actor.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

test('a task’s page says who was told, and a supporting unit is not shown what the others were', async () => {
  const { taskId, partId } = await heldByOfficer(office)
  const supporters = [{ unitId: office.unitId('KHTC'), dueOn: '2030-06-28' }]
  await addSupporters({ ...asked(office.actor('tonghop1'), taskId), supporters })
  await sweepOn('2030-06-05')
  await sweepOn('2030-06-06')

  const shown = await remindersShown('chunhiem', taskId)
  expect(shown.map(({ subjectId, stage }) => [subjectId, stage])).toEqual([
    [partId, 'overdue:1:HOLDER'],
    [partId, 'onDay'],
  ])
  const { fullName } = await db.person.findUniqueOrThrow({ where: { id: office.actor('chuyenvien1.tttt').personId } })
  expect(shown[0]!.people).toEqual([expect.objectContaining({ name: fullName, readAt: null })])
  expect(shown[0]!.people[0]!.ways).toMatchObject({ APP: 'SENT' })
  expect(await remindersShown('truong.khtc', taskId)).toEqual([])
})

test('of a restricted task only those it names are told, however high it goes', async () => {
  const head = office.actor('truong.tttt')
  const restricted = { restricted: true, namedPersonIds: [head.personId] }
  const { taskIds } = await enteredDirective(office, { ...restricted, tasks: [{ dueOn: '2030-06-05' }] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  for (const day of ['2030-06-06', '2030-06-07', '2030-06-12', '2030-06-19']) await sweepOn(day)
  const told = await db.notice.findMany({
    where: { rootId: taskIds[0]!, kind: 'overdue' },
    orderBy: { at: 'asc' },
    include: { person: { include: { login: true } } },
  })
  expect(told.map(({ person }) => person.login!.username)).toEqual([
    'truong.tttt',
    'truong.tttt',
    'chunhiem',
    'tonghop1',
  ])
})

async function remindersShown(username: string, taskId: string) {
  const actor = office.actor(username)
  const page = await readTaskPage({ taskId, actor, principals: principalsOf(actor), today: '2030-06-06' })
  return page.reminders
}
