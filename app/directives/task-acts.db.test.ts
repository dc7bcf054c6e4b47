import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import {
  asked,
  enteredDirective,
  issuedTask,
  passedUpTask,
  receivedTask,
  stateOf,
  supportedTask,
} from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { giveBack, insist } from './assignment-acts.server.ts'
import { changeContent } from './change-content.server.ts'
import { addSupporters, changeFollower, reassignTask } from './change-people.server.ts'
import { acceptResult, issueTask, receiveAssignment } from './simple-acts.server.ts'
import {
  changeDueDay,
  recordOutsideDecision,
  reopenTask,
  resumeTask,
  suspendTask,
  takeBackTask,
  urgeTask,
} from './task-acts.server.ts'
import { readTaskPage } from './task-page.server.ts'

const today = '2026-11-23'
const reason = 'Theo ý kiến của lãnh đạo'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

function pageOf(taskId: string, username = 'tonghop1', on = today) {
  const actor = office.actor(username)
  return readTaskPage({ taskId, actor, principals: principalsOf(actor), today: on })
}

const bySecretary = (taskId: string, revision: number | null = null) =>
  asked(office.actor('tonghop1'), taskId, revision)

async function dueOnOf(subjectId: string): Promise<string | null> {
  const deadline = await db.deadline.findUnique({ where: { subjectId } })
  return deadline && fromDayColumn(deadline.dueOn)
}

async function taskFromOutside(outerDueOn: string): Promise<string> {
  const { taskIds } = await enteredDirective(office, { outside: true, tasks: [{ outerDueOn }] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  return taskIds[0]!
}

describe('taking back', () => {
  it('before receipt makes it a draft that the unit no longer sees', async () => {
    const { taskId, leadId } = await issuedTask(office)
    await takeBackTask({ ...bySecretary(taskId), reason })
    expect([await stateOf(taskId), await stateOf(leadId)]).toEqual(['draft', 'withdrawn'])
    await expect(pageOf(taskId, 'truong.tttt')).rejects.toBeInstanceOf(NotFound)
  })

  it('is over once a unit has received its part', async () => {
    const { taskId } = await issuedTask(office)
    await addSupporters({ ...bySecretary(taskId), supporters: [{ unitId: office.unitId('KHTC') }] })
    const { id } = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId }, role: 'SUPPORT' } })
    await receiveAssignment(asked(office.actor('truong.khtc'), id))
    await expect(takeBackTask({ ...bySecretary(taskId), reason })).rejects.toMatchObject({
      code: 'refusals:nobodyReceived',
    })
  })
})

describe('changing the content', () => {
  it('is found under the new words, and the former ones stay with the step', async () => {
    const { taskId } = await receivedTask(office)
    const { revision, content: former } = await pageOf(taskId)
    const content = 'Rà soát trang thông tin điện tử'
    await changeContent({ ...bySecretary(taskId), revision, content, reason })
    const page = await pageOf(taskId, 'truong.tttt')
    expect(page.content).toBe(content)
    expect(page.steps.at(-1)).toMatchObject({
      event: 'changeContent',
      texts: { content, formerContent: former, reason },
    })
    const subject = await db.subject.findUniqueOrThrow({ where: { id: taskId } })
    expect(subject).toMatchObject({ title: content, searchText: 'ra soat trang thong tin dien tu' })
  })

  it('to the same says so', async () => {
    const { taskId } = await receivedTask(office)
    const { revision, content } = await pageOf(taskId)
    const change = changeContent({ ...bySecretary(taskId), revision, content, reason })
    await expect(change).rejects.toMatchObject({ code: 'directives:errors.contentIsTheSame' })
  })

  it('twice from the same page is done once: the slower is told', async () => {
    const { taskId } = await receivedTask(office)
    const { revision } = await pageOf(taskId)
    const change = (content: string) => changeContent({ ...bySecretary(taskId), revision, content, reason })
    const outcomes = await Promise.allSettled([change('Nội dung thứ nhất'), change('Nội dung thứ hai')])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost.map((outcome): unknown => outcome.reason)).toEqual([expect.any(Conflict)])
    const { steps } = await pageOf(taskId)
    expect(steps.filter(({ event }) => event === 'changeContent')).toHaveLength(1)
  })
})

describe('changing the due day', () => {
  it('moves the lead, and nobody below later than it; old and new day stay in the history', async () => {
    const { taskId, leadId, supportId } = await supportedTask(office)
    await changeDueDay({ ...bySecretary(taskId), dueOn: '2030-04-30', reason })
    expect(await Promise.all([taskId, leadId, supportId].map(dueOnOf))).toEqual(Array(3).fill('2030-04-30'))
    const { steps } = await pageOf(taskId)
    expect(steps.at(-1)?.changes).toEqual([
      { field: 'dueOn', holder: null, from: '2030-06-30', to: '2030-04-30' },
      { field: 'dueOn', holder: 'Vụ Kế hoạch - Tài chính', from: '2030-05-31', to: '2030-04-30' },
    ])
  })

  it('may leave it open-ended', async () => {
    const { taskId } = await receivedTask(office)
    await changeDueDay({ ...bySecretary(taskId), dueOn: null, reason })
    expect(await pageOf(taskId)).toMatchObject({ dueOn: null, timeliness: 'OPEN_ENDED' })
  })

  it('never passes the day set from outside', async () => {
    const taskId = await taskFromOutside('2030-07-15')
    const change = changeDueDay({ ...bySecretary(taskId), dueOn: '2030-07-16', reason })
    await expect(change).rejects.toMatchObject({ code: 'refusals:dayIsWithinTheOuter' })
  })
})

describe('other people and units', () => {
  it('a new follower owes the following, and must be of the secretariat today', async () => {
    const { taskId } = await receivedTask(office)
    const change = (username: string) =>
      changeFollower({ ...bySecretary(taskId), followerId: office.actor(username).personId })
    await expect(change('truong.tttt')).rejects.toMatchObject({ code: 'directives:errors.followerHasNoPost' })
    await change('tonghop2')
    const open = await db.workItem.findMany({ where: { rootId: taskId, kind: 'FOLLOW', settledAt: null } })
    expect(open.map(({ holder }) => holder)).toEqual([`person:${office.actor('tonghop2').personId}`])
    const { steps, follower } = await pageOf(taskId)
    expect(steps.at(-1)?.changes).toMatchObject([{ field: 'followerId', to: follower }])
  })

  it('supporting units get a part each, due with the lead where no other day is said', async () => {
    const { taskId } = await receivedTask(office)
    const supporters = [{ unitId: office.unitId('KHTC') }, { unitId: office.unitId('PC'), dueOn: '2030-03-01' }]
    await addSupporters({ ...bySecretary(taskId), supporters })
    const { assignments } = await pageOf(taskId)
    const parts = assignments.filter(({ isContribution }) => isContribution)
    expect(parts.map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2030-06-30', 'awaitingReceipt'],
      ['2030-03-01', 'awaitingReceipt'],
    ])
  })

  it.each([
    ['has a part already', () => ({ unitId: office.unitId('TTTT') }), 'refusals:unitsAreNew'],
    [
      'would be due after the lead',
      () => ({ unitId: office.unitId('PC'), dueOn: '2030-07-01' }),
      'refusals:supportersAreDueInTime',
    ],
    ['is none', () => ({ unitId: newId() }), undefined],
  ])('a unit that %s does not support it', async (_, supporter, code) => {
    const { taskId } = await receivedTask(office)
    const add = addSupporters({ ...bySecretary(taskId), supporters: [supporter()] })
    await expect(add).rejects.toMatchObject(code ? { code } : {})
  })

  it('another lead unit takes over; the former keeps sight of its own part only', async () => {
    const { taskId, leadId } = await receivedTask(office)
    await reassignTask({ ...bySecretary(taskId), leadUnitId: office.unitId('KHTC'), reason })
    expect([await stateOf(taskId), await stateOf(leadId)]).toEqual(['assigned', 'withdrawn'])
    const page = await pageOf(taskId)
    expect(page.leadUnit).toBe('Vụ Kế hoạch - Tài chính')
    expect(page.steps.find(({ event }) => event === 'reassign')?.changes).toEqual([
      { field: 'leadUnitId', holder: null, from: 'Trung tâm Thông tin', to: 'Vụ Kế hoạch - Tài chính' },
    ])
    const former = await pageOf(taskId, 'truong.tttt')
    expect(former.assignments.map(({ id }) => id)).toEqual([leadId])
  })
})

describe('a task given back', () => {
  it('waits for the assigner, who may insist: it stands as before', async () => {
    const { taskId, leadId } = await receivedTask(office)
    await giveBack({ ...asked(office.actor('truong.tttt'), leadId), reason: 'Không thuộc chức năng' })
    const page = await pageOf(taskId)
    expect(page.state).toBe('returned')
    expect(page.moves.map(({ kind }) => kind)).toEqual(['RESOLVE', 'RESOLVE'])
    await insist({ ...bySecretary(taskId), reason })
    expect([await stateOf(taskId), await stateOf(leadId)]).toEqual(['inProgress', 'received'])
  })
})

describe('urging', () => {
  it('is counted, and the unit reads the words', async () => {
    const { taskId } = await receivedTask(office)
    await urgeTask({ ...bySecretary(taskId), words: 'Đề nghị báo cáo trước ngày 15' })
    await urgeTask({ ...bySecretary(taskId), words: 'Đề nghị khẩn trương báo cáo' })
    const page = await pageOf(taskId, 'truong.tttt')
    expect(page.urges).toBe(2)
    expect(page.lastUrgedOn).not.toBeNull()
    expect(page.steps.at(-1)?.texts?.words).toBe('Đề nghị khẩn trương báo cáo')
  })
})

describe('suspending', () => {
  it('stops the clocks; resumed, each day moves by the days it rested', async () => {
    const { taskId, leadId } = await receivedTask(office)
    const suspendedAt = new Date('2027-01-10T03:00:00Z')
    await suspendTask({ ...bySecretary(taskId), at: suspendedAt, reason })
    const page = await pageOf(taskId, 'tonghop1', '2030-12-31')
    expect(page).toMatchObject({ state: 'suspended', suspendedOn: '2027-01-10' })
    expect(page.timeliness).not.toBe('OVERDUE')
    await resumeTask({ ...bySecretary(taskId), at: new Date('2027-01-20T03:00:00Z') })
    expect([await stateOf(taskId), await dueOnOf(taskId), await dueOnOf(leadId)]).toEqual([
      'inProgress',
      '2030-07-10',
      '2030-07-10',
    ])
  })
})

describe('what the outside assigner decides', () => {
  const decided = { decision: 'EXTENSION', documentSymbol: '12/VPCP-TH', documentOn: '2030-01-05' } as const

  it('is recorded with its document, and an extension with its day', async () => {
    const taskId = await taskFromOutside('2030-07-15')
    await expect(recordOutsideDecision({ ...bySecretary(taskId), decided })).rejects.toMatchObject({
      code: 'refusals:newDayIsKnown',
    })
    await recordOutsideDecision({ ...bySecretary(taskId), decided: { ...decided, outerDueOn: '2030-09-01' } })
    const page = await pageOf(taskId)
    expect(page).toMatchObject({ outerDueOn: '2030-09-01', dueOn: '2030-06-30' })
    expect(page.steps.at(-1)).toMatchObject({
      payload: decided,
      changes: [{ field: 'outerDueOn', from: '2030-07-15', to: '2030-09-01' }],
    })
  })

  it('is nothing for a task of this organ', async () => {
    const { taskId } = await receivedTask(office)
    await expect(recordOutsideDecision({ ...bySecretary(taskId), decided })).rejects.toMatchObject({
      code: 'refusals:isFromOutside',
    })
  })
})

describe('reopening', () => {
  it('is for the directing leader, and the lead goes on, until a new day where one is given', async () => {
    const { taskId, leadId } = await passedUpTask(office)
    await acceptResult(bySecretary(taskId))
    await expect(reopenTask({ ...bySecretary(taskId), reason })).rejects.toMatchObject({ code: 'refusals:notYourPart' })
    await reopenTask({ ...asked(office.actor('chunhiem'), taskId), reason, dueOn: '2030-12-31' })
    expect(await pageOf(taskId)).toMatchObject({ state: 'inProgress', dueOn: '2030-12-31', doneOn: null })
    expect(await stateOf(leadId)).toBe('delegated')
  })
})
