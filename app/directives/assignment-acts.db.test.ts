import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, handedTask, receivedTask, stateOf, supportedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import {
  acceptContribution,
  giveBack,
  grantExtension,
  insist,
  refuseExtension,
  release,
  requestExtension,
  withdrawExtensionRequest,
} from './assignment-acts.server.ts'
import { reportResult } from './report-result.server.ts'
import { acceptResult, sendBack } from './simple-acts.server.ts'
import { readTaskPage } from './task-page.server.ts'

const today = '2026-11-23'
const reason = 'Chờ số liệu của các tỉnh'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

function pageOf(taskId: string, username: string) {
  const actor = office.actor(username)
  return readTaskPage({ taskId, actor, principals: principalsOf(actor), today })
}

const by = (username: string, subjectId: string) => asked(office.actor(username), subjectId)

const report = (username: string, subjectId: string, more: { at?: Date; result?: object } = {}) =>
  reportResult({
    ...by(username, subjectId),
    ...(more.at && { at: more.at }),
    result: { text: 'Đã thực hiện xong', ...more.result },
    files: [],
  })

describe('a supporting unit', () => {
  it('sees the task and its own part, nothing of the others', async () => {
    const { taskId, supportId, leadId } = await supportedTask(office)
    await requestExtension({ ...by('truong.tttt', leadId), dueOn: '2030-07-31', reason })
    const page = await pageOf(taskId, 'truong.khtc')
    expect(page.assignments.map(({ id }) => id)).toEqual([supportId])
    expect(page.requests).toEqual([])
    const shown = JSON.stringify(page)
    expect([leadId, reason].filter((secret) => shown.includes(secret))).toEqual([])
  })

  it('reports to the lead, who sends it back or accepts it', async () => {
    const { taskId, supportId } = await supportedTask(office)
    await report('truong.khtc', supportId)
    expect((await pageOf(taskId, 'truong.tttt')).moves).toContainEqual({
      kind: 'REVIEW',
      holder: 'Trung tâm Thông tin',
    })
    await sendBack({ ...by('truong.tttt', supportId), reason: 'Cần bổ sung kinh phí' })
    expect(await stateOf(supportId)).toBe('received')
    await report('truong.khtc', supportId)
    await acceptContribution(by('truong.tttt', supportId))
    expect((await pageOf(taskId, 'truong.khtc')).assignments).toMatchObject([
      { state: 'done', isReported: true, timeliness: 'DONE_ON_TIME' },
    ])
  })

  it('is not passed over without a word: the lead says why it goes on, and what was not reported is only closed', async () => {
    const { taskId, leadId, supportId } = await supportedTask(office)
    await expect(report('truong.tttt', leadId)).rejects.toMatchObject({
      code: 'refusals:supportersReportedOrExplained',
    })
    const withoutSupportersReason = 'Vụ Kế hoạch - Tài chính chưa có số liệu'
    await report('truong.tttt', leadId, { result: { withoutSupportersReason } })
    await acceptResult(by('chunhiem', taskId))
    const page = await pageOf(taskId, 'chunhiem')
    expect(page.steps.find(({ event }) => event === 'report')?.texts).toMatchObject({ withoutSupportersReason })
    expect(page.assignments.find(({ id }) => id === supportId)).toMatchObject({ state: 'done', isReported: false })
  })

  it('that gives its part back leaves the task as it is, and the lead lets it off', async () => {
    const { taskId, supportId } = await supportedTask(office)
    await giveBack({ ...by('truong.khtc', supportId), reason: 'Không thuộc chức năng' })
    expect(await stateOf(taskId)).toBe('inProgress')
    const owing = await db.workItem.findMany({ where: { rootId: taskId, kind: 'RESOLVE', settledAt: null } })
    expect(owing.map(({ holder }) => holder).toSorted()).toEqual(
      [`unit:${office.unitId('TTTT')}`, `person:${office.actor('tonghop1').personId}`].toSorted(),
    )
    await release({ ...by('truong.tttt', supportId), comment: 'Đồng ý' })
    expect(await stateOf(supportId)).toBe('withdrawn')
  })
})

describe('an officer', () => {
  it('who gives back to the head is told to go on', async () => {
    const { leadId, handedId } = await handedTask(office)
    await giveBack({ ...by('chuyenvien1.tttt', handedId), reason: 'Đang làm việc khác' })
    await insist({ ...by('truong.tttt', handedId), reason: 'Việc này gấp hơn' })
    expect([await stateOf(leadId), await stateOf(handedId)]).toEqual(['delegated', 'received'])
  })
})

describe('a late report', () => {
  it('says why it is late', async () => {
    const { taskId, leadId } = await receivedTask(office)
    const at = new Date('2030-07-01T03:00:00Z')
    await expect(report('truong.tttt', leadId, { at })).rejects.toMatchObject({ code: 'refusals:latenessIsExplained' })
    await report('truong.tttt', leadId, { at, result: { latenessReason: reason } })
    await acceptResult({ ...by('chunhiem', taskId), at })
    expect(await pageOf(taskId, 'chunhiem')).toMatchObject({ timeliness: 'DONE_LATE' })
  })
})

describe('a request for more time', () => {
  async function requested() {
    const received = await receivedTask(office)
    await requestExtension({ ...by('truong.tttt', received.leadId), dueOn: '2030-07-31', reason })
    const { id: requestId } = await db.subject.findFirstOrThrow({ where: { parentId: received.leadId } })
    return { ...received, requestId }
  }

  it('granted, puts the day off, counted beside it; old and new day stay', async () => {
    const { taskId, requestId } = await requested()
    await grantExtension({ ...by('chunhiem', requestId), dueOn: '2030-07-15', comment: 'Đến giữa tháng' })
    const page = await pageOf(taskId, 'truong.tttt')
    expect(page).toMatchObject({ dueOn: '2030-07-15', extensions: 1 })
    expect(page.requests).toMatchObject([
      {
        state: 'granted',
        holder: 'Trung tâm Thông tin',
        from: '2030-06-30',
        askedDay: '2030-07-31',
        grantedDay: '2030-07-15',
        reason,
        answer: 'Đến giữa tháng',
      },
    ])
  })

  it('refused, leaves the day; the next one knows the day of its own time', async () => {
    const { taskId, leadId, requestId } = await requested()
    await refuseExtension({ ...by('tonghop1', requestId), reason: 'Hạn Chính phủ không đổi' })
    await requestExtension({ ...by('truong.tttt', leadId), dueOn: '2030-07-10', reason })
    const [second, first] = (await pageOf(taskId, 'truong.tttt')).requests
    await grantExtension({ ...by('tonghop1', second!.id), dueOn: '2030-07-10' })
    expect(first).toMatchObject({ state: 'refused', from: '2030-06-30', answer: 'Hạn Chính phủ không đổi' })
    expect((await pageOf(taskId, 'truong.tttt')).requests).toMatchObject([
      { from: '2030-06-30', grantedDay: '2030-07-10' },
      { from: '2030-06-30', grantedDay: null },
    ])
  })

  it('is not decided by whoever asked, who may withdraw it', async () => {
    const { requestId } = await requested()
    await expect(grantExtension({ ...by('truong.tttt', requestId), dueOn: '2030-07-31' })).rejects.toMatchObject({
      code: 'refusals:notYourPart',
    })
    await withdrawExtensionRequest(by('truong.tttt', requestId))
    expect(await stateOf(requestId)).toBe('withdrawn')
  })

  it('answered by two at once is answered once: the slower is told', async () => {
    const { taskId, requestId } = await requested()
    const { revision } = await db.subject.findUniqueOrThrow({ where: { id: requestId } })
    const answers = await Promise.allSettled([
      grantExtension({ ...by('chunhiem', requestId), revision, dueOn: '2030-07-31' }),
      refuseExtension({ ...by('tonghop1', requestId), revision, reason: 'Không đủ lý do' }),
    ])
    const lost = answers.filter((answer) => answer.status === 'rejected')
    expect(lost.map((answer): unknown => answer.reason)).toEqual([expect.any(Conflict)])
    const { requests, extensions } = await pageOf(taskId, 'chunhiem')
    expect(extensions).toBe(requests[0]?.state === 'granted' ? 1 : 0)
  })

  it.each([
    ['a day that is no later', '2030-06-30', 'refusals:dayIsLater'],
    ['nothing new while one waits', '2030-08-01', 'refusals:extensionIsNotAsked'],
  ])('is not for %s', async (_, dueOn, code) => {
    const { leadId } = code.endsWith('NotAsked') ? await requested() : await receivedTask(office)
    await expect(requestExtension({ ...by('truong.tttt', leadId), dueOn, reason })).rejects.toMatchObject({ code })
  })

  it('of a supporter goes no further than the lead, and the lead decides', async () => {
    const { supportId } = await supportedTask(office)
    const ask = (dueOn: string) => requestExtension({ ...by('truong.khtc', supportId), dueOn, reason })
    await expect(ask('2030-07-01')).rejects.toMatchObject({ code: 'refusals:dayIsWithinTheGivers' })
    await ask('2030-06-15')
    const { id } = await db.subject.findFirstOrThrow({ where: { parentId: supportId } })
    await grantExtension({ ...by('truong.tttt', id), dueOn: '2030-06-15' })
    expect(await stateOf(id)).toBe('granted')
  })
})
