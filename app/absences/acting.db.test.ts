import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  acceptContribution,
  grantExtension,
  refuseExtension,
  requestExtension,
} from '#app/directives/assignment-acts.server.ts'
import { readDirectivePage } from '#app/directives/directive-page.server.ts'
import { countMyWork, listMyWork } from '#app/directives/my-work.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { listTasks } from '#app/directives/task-list.server.ts'
import { readTaskPage, type ShownTask } from '#app/directives/task-page.server.ts'
import { downloadFile } from '#app/files/download-file.server.ts'
import { findAnything } from '#app/jump/find-anything.server.ts'
import { endPost } from '#app/organisation/end-post.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { makeReport } from '#app/reports/make-report.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import {
  asked,
  enteredDirective,
  handedTask,
  issuedTask,
  receivedTask,
  stateOf,
  supportedTask,
} from '#test/factories/directives.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { endAbsence } from './end-absence.server.ts'
import { inWhosePlace } from './in-whose-place.ts'
import { nameSubstitute } from './name-substitute.server.ts'

const today = officeDay(now())
const NEXT_WEEK = daysAfter(today, 7)
/** Of the planning department, which has no part in the tasks of the information centre. */
const DEPUTY = 'chuyenvien1.khtc'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(() => db.absence.deleteMany())

/** Names the substitute, and answers with what they may today. */
async function substituteOf(
  absent: string,
  substitute = DEPUTY,
  { postId = null as string | null } = {},
): Promise<Actor> {
  const { personId } = office.actor(absent)
  const absence = { substituteId: office.actor(substitute).personId, postId, fromDay: today, toDay: NEXT_WEEK }
  await nameSubstitute({ by: office.actor(absent), address: null, at: now(), personId, absence })
  return rightsOf(substitute)
}

async function rightsOf(username: string): Promise<Actor> {
  return (await readActor({ personId: office.actor(username).personId, at: now() }))!
}

function pageFor(actor: Actor, taskId: string): Promise<ShownTask> {
  return readTaskPage({ taskId, actor, principals: principalsOf(actor), today })
}

/** The newest step that nothing else caused. */
function lastStep(taskId: string) {
  return db.step.findFirstOrThrow({ where: { rootId: taskId, causedBy: null }, orderBy: { number: 'desc' } })
}

async function postOf(username: string, role: string): Promise<string> {
  return office.actor(username).posts.find((post) => post.role === role)!.id
}

describe('a substitute acts under both names', () => {
  test('as the head receives, reports progress and the result, and the steps say so', async () => {
    const { taskId, leadId } = await issuedTask(office)
    const substitute = await substituteOf('truong.tttt')
    const both = {
      actorId: substitute.personId,
      postId: await postOf('truong.tttt', 'UNIT_HEAD'),
      onBehalfOfId: office.actor('truong.tttt').personId,
    }
    await receiveAssignment(asked(substitute, leadId))
    expect(await lastStep(taskId)).toMatchObject({ event: 'receive', ...both })
    await reportProgress({ ...asked(substitute, leadId), progress: { text: 'Đã làm một nửa', percent: 50 }, files: [] })
    expect(await lastStep(taskId)).toMatchObject({ event: 'progress', ...both })
    await reportResult({ ...asked(substitute, leadId), result: { text: 'Đã xong' }, files: [] })
    expect(await lastStep(taskId)).toMatchObject({ event: 'report', ...both })
    expect(await stateOf(taskId)).toBe('awaitingAcceptance')

    const { steps } = await pageFor(substitute, taskId)
    expect(steps.find(({ event }) => event === 'receive')).toMatchObject({
      actor: 'Chuyên viên 1 Vụ Kế hoạch - Tài chính',
      actingFor: 'Giám đốc Trung tâm Thông tin',
      onBehalfOf: null,
    })
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })

  test('as a leader issues and accepts, whose own name would not have sufficed', async () => {
    const { taskIds } = await enteredDirective(office, { symbol: undefined, signer: undefined })
    const [taskId] = taskIds as [string]
    const leader = office.actor('phochunhiem2')
    await expect(issueTask(asked(leader, taskId))).rejects.toMatchObject({ code: 'refusals:notYourPart' })
    const substitute = await substituteOf('chunhiem', 'phochunhiem2')
    const { directiveId } = await db.task.findUniqueOrThrow({ where: { id: taskId } })
    const page = await readDirectivePage({
      directiveId,
      actor: substitute,
      principals: principalsOf(substitute),
      today,
    })
    expect(page.issuable).toBe(1)
    await issueTask(asked(substitute, taskId))
    const { id: leadId } = await db.subject.findFirstOrThrow({ where: { parentId: taskId } })
    const head = office.actor('truong.tttt')
    await receiveAssignment(asked(head, leadId))
    await reportResult({ ...asked(head, leadId), result: { text: 'Đã xong' }, files: [] })
    await acceptResult(asked(substitute, taskId))
    const { personId } = office.actor('chunhiem')
    const postId = await postOf('chunhiem', 'LEADER')
    expect(await lastStep(taskId)).toMatchObject({ actorId: substitute.personId, postId, onBehalfOfId: personId })
  })

  test('as the secretariat enters, for the leader who directs it', async () => {
    const substitute = await substituteOf('tonghop2')
    const { taskIds } = await enteredDirective(
      { ...office, actor: (name) => (name === 'tonghop1' ? substitute : office.actor(name)) },
      {
        followerId: office.actor('tonghop2').personId,
      },
    )
    expect(await lastStep(taskIds[0]!)).toMatchObject({
      actorId: substitute.personId,
      postId: await postOf('tonghop2', 'SECRETARIAT'),
      onBehalfOfId: office.actor('chunhiem').personId,
    })
    const { steps } = await pageFor(substitute, taskIds[0]!)
    expect(steps[0]).toMatchObject({
      actingFor: expect.stringContaining('2') as string,
      onBehalfOf: expect.any(String) as string,
    })
  })

  test('and what waits for them in another’s place is marked in My work', async () => {
    const { taskId } = await issuedTask(office)
    const substitute = await substituteOf('truong.tttt', 'truong.khtc')
    const principals = principalsOf(substitute)
    const { rows } = await listMyWork({ tab: 'receipt', principals, personId: substitute.personId, page: 1, today })
    const row = rows.find((each) => each.taskId === taskId)!
    expect(inWhosePlace(substitute, row.holder)).toBe(office.actor('truong.tttt').personId)
    expect(inWhosePlace(substitute, `unit:${office.unitId('KHTC')}`)).toBeNull()
  })

  test('a report says by both names who told of a difficulty', async () => {
    const { leadId } = await receivedTask(office)
    const substitute = await substituteOf('truong.tttt')
    const progress = { text: 'Đang làm', percent: 10, difficulties: 'Thiếu số liệu của các tỉnh' }
    await reportProgress({ ...asked(substitute, leadId), progress, files: [] })
    const question = { kind: 'weekly' as const, unitId: office.unitId('TTTT'), period: 'week' as const, day: today }
    const { sections } = await makeReport({ question, by: substitute, t: translateFor('vi') })
    expect(JSON.stringify(sections)).toContain(
      'Chuyên viên 1 Vụ Kế hoạch - Tài chính (thay Giám đốc Trung tâm Thông tin)',
    )
  })
})

describe('a substitution reaches as far as it was given', () => {
  test('of one post only, and what is given to the absent person by name', async () => {
    const { taskId } = await receivedTask(office)
    const deputyHead = await substituteOf('pho.vp', DEPUTY, { postId: await postOf('pho.vp', 'DEPUTY_HEAD') })
    await expect(pageFor(deputyHead, taskId)).rejects.toBeInstanceOf(NotFound)
    const followed = await enteredDirective(office, { followerId: office.actor('pho.vp').personId })
    expect(await pageFor(deputyHead, followed.taskIds[0]!)).toMatchObject({ state: 'draft' })
    await db.absence.deleteMany()
    const secretary = await substituteOf('pho.vp', DEPUTY, { postId: await postOf('pho.vp', 'SECRETARIAT') })
    expect(await pageFor(secretary, taskId)).toMatchObject({ id: taskId })
  })

  test('no longer than it lasts, and ended early from the next request on', async () => {
    const { taskId, leadId } = await issuedTask(office)
    const substitute = await substituteOf('truong.tttt')
    await pageFor(substitute, taskId)
    const { personId } = office.actor('truong.tttt')
    const { id: absenceId } = await db.absence.findFirstOrThrow({ where: { personId } })
    await endAbsence({ by: office.actor('truong.tttt'), address: null, at: now(), personId, absenceId })
    const after = await rightsOf(DEPUTY)
    await expect(pageFor(after, taskId)).rejects.toBeInstanceOf(NotFound)
    await expect(receiveAssignment(asked(after, leadId))).rejects.toBeInstanceOf(NotFound)
  })

  test('not beyond the substitute’s own post', async () => {
    const { taskId } = await issuedTask(office)
    await substituteOf('truong.tttt', 'chuyenvien2.khtc')
    const { personId, posts } = office.actor('chuyenvien2.khtc')
    const administrator = { by: office.actor('quantri'), address: null, at: now() }
    await endPost({ ...administrator, personId, postId: posts[0]!.id, lastDay: daysAfter(today, -1) })
    await expect(pageFor(await rightsOf('chuyenvien2.khtc'), taskId)).rejects.toBeInstanceOf(NotFound)
  })

  test('not to the administration of an absent administrator', async () => {
    const { personId } = office.actor('quantri')
    const absence = { substituteId: office.actor(DEPUTY).personId, postId: null, fromDay: today, toDay: NEXT_WEEK }
    const naming = nameSubstitute({ by: office.actor('quantri'), address: null, at: now(), personId, absence })
    await expect(naming).rejects.toMatchObject({ code: 'absences:errors.nothingCovered' })
  })
})

test.each([
  ['truong.tttt', DEPUTY],
  ['chunhiem', 'phochunhiem2'],
  ['tonghop1', DEPUTY],
  ['tonghop2', DEPUTY],
])('what is restricted stays closed to the substitute of %s', async (absent, substitute) => {
  const actor = await substituteOf(absent, substitute)
  const { personId, organId } = actor
  const principals = principalsOf(actor)
  const counted = await countMyWork(principals, today)
  const restricted = await restrictedTask(office)
  await expect(pageFor(actor, restricted.taskId)).rejects.toBeInstanceOf(NotFound)
  const { rows } = await listTasks({ filters: {}, principals, today, page: 1 })
  expect(rows.map(({ id }) => id)).not.toContain(restricted.taskId)
  expect(await findAnything('kin dao', actor)).toEqual([])
  expect(await countMyWork(principals, today)).toEqual(counted)
  expect(restricted.versionIds).not.toEqual([])
  for (const versionId of restricted.versionIds) {
    const download = { versionId, reader: { personId, organId, principals }, address: null, at: now() }
    await expect(downloadFile(download)).rejects.toBeInstanceOf(NotFound)
  }
})

describe('nobody decides on their own doing, by neither name', () => {
  const reason = 'Chờ số liệu của các tỉnh'
  const extension = { dueOn: '2030-07-15', reason }
  const requestUnder = async (assignmentId: string) => {
    const { id } = await db.subject.findFirstOrThrow({ where: { parentId: assignmentId, kind: 'EXTENSION_REQUEST' } })
    return id
  }
  const grants = async (by: Actor, requestId: string, dueOn = extension.dueOn) =>
    grantExtension({ ...asked(by, requestId), dueOn })
  const isAnothers = { code: 'refusals:requestIsAnothers' }

  test('an officer, standing in for the head, does not answer their own request', async () => {
    const { handedId } = await handedTask(office)
    const officer = office.actor('chuyenvien1.tttt')
    await requestExtension({ ...asked(officer, handedId), dueOn: '2030-06-20', reason })
    const substitute = await substituteOf('truong.tttt', 'chuyenvien1.tttt')
    const requestId = await requestUnder(handedId)
    await expect(grants(substitute, requestId, '2030-06-20')).rejects.toMatchObject(isAnothers)
    await expect(refuseExtension({ ...asked(substitute, requestId), reason })).rejects.toMatchObject(isAnothers)
    await grants(office.actor('truong.tttt'), requestId, '2030-06-20')
  })

  test('who asked in another’s place does not answer under their own name', async () => {
    const { leadId } = await receivedTask(office)
    const substitute = await substituteOf('truong.tttt', 'tonghop2')
    await requestExtension({ ...asked(substitute, leadId), ...extension })
    const requestId = await requestUnder(leadId)
    await expect(grants(substitute, requestId)).rejects.toMatchObject(isAnothers)
    await grants(office.actor('tonghop1'), requestId)
  })

  test('what somebody asked is not answered in their name, nor by them when another asked it for them', async () => {
    const taskOfOffice = async () => {
      const { taskIds } = await enteredDirective(office, { tasks: [{ leadUnitId: office.unitId('VP') }] })
      await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
      const { id } = await db.subject.findFirstOrThrow({ where: { parentId: taskIds[0]! } })
      await receiveAssignment(asked(office.actor('pho.vp'), id))
      return id
    }
    const substitute = await substituteOf('pho.vp')
    const own = await taskOfOffice()
    await requestExtension({ ...asked(office.actor('pho.vp'), own), ...extension })
    await expect(grants(substitute, await requestUnder(own))).rejects.toMatchObject(isAnothers)

    const bySubstitute = await taskOfOffice()
    await requestExtension({ ...asked(substitute, bySubstitute), ...extension })
    const requestId = await requestUnder(bySubstitute)
    await expect(grants(substitute, requestId)).rejects.toMatchObject(isAnothers)
    await expect(grants(office.actor('pho.vp'), requestId)).rejects.toMatchObject(isAnothers)
    await grants(office.actor('tonghop1'), requestId)
  })

  test('nor is a result accepted by who passed it up, or for whom it was', async () => {
    const { taskId, leadId } = await receivedTask(office)
    const substitute = await substituteOf('truong.tttt', 'tonghop2')
    await reportResult({ ...asked(substitute, leadId), result: { text: 'Đã xong' }, files: [] })
    await expect(acceptResult(asked(substitute, taskId))).rejects.toMatchObject({ code: 'refusals:resultIsAnothers' })
    await acceptResult(asked(office.actor('tonghop1'), taskId))
  })

  test('nor a contribution by who made it in the supporter’s place', async () => {
    const { supportId } = await supportedTask(office)
    const substitute = await substituteOf('truong.khtc', 'truong.tttt')
    await reportResult({ ...asked(substitute, supportId), result: { text: 'Đã góp ý' }, files: [] })
    await expect(acceptContribution(asked(substitute, supportId))).rejects.toMatchObject({
      code: 'refusals:contributionIsAnothers',
    })
    await acceptContribution(asked(office.actor('tonghop1'), supportId))
  })
})
