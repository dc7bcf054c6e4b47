import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nameSubstitute } from '#app/absences/name-substitute.server.ts'
import { grantExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { setWatch } from '#app/watches/set-watch.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import {
  asked,
  enteredDirective,
  handedTask,
  issuedTask,
  passedUpTask,
  receivedTask,
} from '#test/factories/directives.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { tellFact } from './tell-fact.server.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.absence.deleteMany()
  await db.outboxMessage.deleteMany()
})

describe('of an act', () => {
  it('those are told who owe something by it, and never who did it', async () => {
    const { taskId } = await issuedTask(office)
    const told = await toldOf(taskId)
    expect(told.get('truong.tttt')).toBe('assigned')
    expect(told.get('tonghop1')).toBe('assigned')
    expect(told.has('chunhiem')).toBe(false)
    expect(told.has('truong.khtc')).toBe(false)
  })

  it('everybody is told once, whatever followed from it and however often the job runs', async () => {
    const { taskId, leadId } = await handedTask(office)
    await db.outboxMessage.deleteMany()
    const result = { text: 'Đã hoàn thành báo cáo' }
    await reportResult({ ...asked(office.actor('truong.tttt'), leadId), result, files: [] })
    expect(await db.outboxMessage.count()).toBe(2)
    expect(await toldOf(taskId)).toEqual(await toldOf(taskId))
    expect(await toldOf(taskId)).toEqual(
      new Map([
        ['chunhiem', 'reported'],
        ['tonghop1', 'reported'],
      ]),
    )
  })

  it('all who worked at it hear that the result was accepted', async () => {
    const { taskId } = await passedUpTask(office)
    await db.outboxMessage.deleteMany()
    await acceptResult(asked(office.actor('chunhiem'), taskId))
    const told = await toldOf(taskId)
    expect([told.get('truong.tttt'), told.get('chuyenvien1.tttt')]).toEqual(['accepted', 'accepted'])
  })

  it('whoever asked for more time hears the answer with the day', async () => {
    const { taskId, leadId } = await receivedTask(office)
    await setWatch({ taskId, want: 'followed', by: office.actor('phochunhiem2'), at: now() })
    const ask = { dueOn: '2030-07-31', reason: 'Chờ số liệu của các tỉnh' }
    await requestExtension({ ...asked(office.actor('truong.tttt'), leadId), ...ask })
    expect((await toldOf(taskId)).get('chunhiem')).toBe('extensionRequested')
    const request = await db.extensionRequest.findFirstOrThrow({ where: { subject: { rootId: taskId } } })
    await grantExtension({ ...asked(office.actor('chunhiem'), request.id), dueOn: '2030-07-31' })
    expect((await toldOf(taskId)).get('truong.tttt')).toBe('extensionDecided')
    const notice = await db.notice.findFirstOrThrow({ where: { rootId: taskId, kind: 'extensionDecided' } })
    expect(notice.values).toEqual({ granted: 1, from: '2030-06-30', to: '2030-07-31' })
    expect((await toldOf(taskId)).get('tonghop1')).toBe('dueDayChanged')
    expect((await toldOf(taskId)).get('phochunhiem2')).toBe('dueDayChanged')
  })

  it('nobody is told twice because another act has the same moment', async () => {
    const { taskIds } = await enteredDirective(office)
    const taskId = taskIds[0]!
    const moment = { at: now() }
    const [leader, supporter] = [office.actor('chunhiem'), office.actor('truong.khtc').personId]
    await issueTask({ ...asked(leader, taskId), ...moment })
    const supporters = [{ unitId: office.unitId('KHTC') }]
    await addSupporters({ ...asked(leader, taskId), supporters, ...moment })
    await toldOf(taskId)
    const causes = await db.notice.findMany({ where: { rootId: taskId, personId: supporter } })
    const added = await db.step.findFirstOrThrow({ where: { rootId: taskId, event: 'addSupporters' } })
    expect(causes.map(({ causeKey }) => causeKey)).toEqual([`step:${taskId}:${added.number}`])
  })

  it('of a restricted task nobody is told but those it names', async () => {
    const { taskId } = await restrictedTask(office)
    await toldOf(taskId)
    const participants = await db.participant.findMany({ where: { subjectId: taskId } })
    const named = participants.map(({ principal }) => principal.slice('named:'.length))
    const people = await db.notice.findMany({ where: { rootId: taskId } })
    expect(people.length).toBeGreaterThan(0)
    expect(people.filter(({ personId }) => !named.includes(personId))).toEqual([])
  })
})

describe('watches and absences', () => {
  it('who follows the task hears of it; who follows it without seeing it does not', async () => {
    const { taskId, leadId } = await receivedTask(office)
    await setWatch({ taskId, want: 'followed', by: office.actor('phochunhiem2'), at: now() })
    const outsider = office.actor('truong.khtc').personId
    await db.watch.create({ data: { personId: outsider, taskId, muted: false, since: now() } })
    const result = { text: 'Đã hoàn thành báo cáo' }
    await reportResult({ ...asked(office.actor('truong.tttt'), leadId), result, files: [] })
    const told = await toldOf(taskId)
    expect(told.get('phochunhiem2')).toBe('reported')
    expect(told.has('truong.khtc')).toBe(false)
  })

  it('who muted the task hears only of what they owe', async () => {
    const { taskId, handedId } = await handedTask(office)
    await setWatch({ taskId, want: 'muted', by: office.actor('truong.tttt'), at: now() })
    await db.outboxMessage.deleteMany()
    await db.notice.deleteMany({ where: { rootId: taskId, deliveries: { none: {} } } })
    const result = { text: 'Đã hoàn thành báo cáo' }
    await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), handedId), result, files: [] })
    expect((await toldOf(taskId)).get('truong.tttt')).toBe('reported')
  })

  it('a substitute is told with whoever is away', async () => {
    const today = officeDay(now())
    const absence = {
      substituteId: office.actor('chuyenvien1.khtc').personId,
      postId: null,
      fromDay: today,
      toDay: today,
    }
    const by = office.actor('truong.tttt')
    await nameSubstitute({ by, address: null, at: now(), personId: by.personId, absence })
    const { taskId, leadId } = await issuedTask(office)
    const told = await toldOf(taskId)
    expect([told.get('truong.tttt'), told.get('chuyenvien1.khtc')]).toEqual(['assigned', 'assigned'])
    await receiveAssignment(asked(by, leadId))
  })
})

/** Runs what lies in the outbox, as the worker does, and answers who has been told of the last act. */
async function toldOf(taskId: string): Promise<Map<string, string>> {
  const messages = await db.outboxMessage.findMany({ where: { rootId: taskId }, orderBy: { createdAt: 'asc' } })
  for (const { payload } of messages) await tellFact(payload as unknown as Parameters<typeof tellFact>[0])
  const last = await db.step.findFirstOrThrow({
    where: { rootId: taskId, causedBy: null },
    orderBy: { number: 'desc' },
  })
  const notices = await db.notice.findMany({
    where: { rootId: taskId, causeKey: `step:${taskId}:${last.number}` },
    include: { person: { include: { login: true } } },
  })
  return new Map(notices.map(({ kind, person }) => [person.login?.username ?? person.id, kind]))
}
