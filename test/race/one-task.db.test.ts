/** Fifty people in four processes fire at one task. What they were told, what the log has and what stands must be one. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestExtension } from '#app/directives/assignment-acts.server.ts'
import { addSupporters } from '#app/directives/change-people.server.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { restoreLocked } from '#app/workflow/restore.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, receivedTask, stateOf } from '#test/factories/directives.ts'
import { standingBy, standingOf } from '#test/property/standing.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Order, Orders, Outcome } from './orders.ts'

const isLong = process.env.LONG === '1'
const PROCESSES = 4
const PEOPLE = 50
const EVENTS_EACH = isLong ? 40 : 4

const headsOf: Record<string, string> = { KHTC: 'truong.khtc', VP: 'truong.vp', 'ĐP I': 'truong.dp1' }

let office: DemoOffice
let officers: Actor[]
let processes: ChildProcess[]

beforeAll(async () => {
  office = await demoOffice()
  const above = ['chunhiem', 'phochunhiem1', 'tonghop1', 'tonghop2', 'truong.tttt', 'pho.tttt']
  officers = await employ(PEOPLE - above.length)
  processes = Array.from({ length: PROCESSES }, () =>
    fork(resolve('test/race/race-process.ts'), [], { execPath: process.execPath, execArgv: [], env: process.env }),
  )
  await Promise.all(processes.map((each) => once(each, 'message')))
})
afterAll(() => processes.forEach((each) => each.kill()))

test('each accepted event is one step, and nothing is lost', { timeout: isLong ? 30 * 60_000 : 120_000 }, async () => {
  const { taskId, leadId } = await receivedTask(office)
  const handed = await handToMany(leadId)
  const before = await db.step.count({ where: { rootId: taskId } })
  const shared = handed.slice(0, 10).map(({ by, id }) => progressOrder(by, id))

  const people = [
    ...['chunhiem', 'phochunhiem1', 'tonghop1', 'tonghop2', 'truong.tttt', 'pho.tttt'].map(office.actor),
    ...officers,
  ]
  const colleagueIds = officers.map(({ personId }) => personId)
  const answers = processes.map((each, index) => {
    const crew = people.filter((_, place) => place % PROCESSES === index)
    return ask(each, { roaming: { taskId, people: crew, events: EVENTS_EACH, colleagueIds, shared, seed: index + 1 } })
  })
  const outcomes = (await Promise.all(answers)).flat()

  console.log(`${PEOPLE} people, ${PROCESSES} processes: ${JSON.stringify(countBy(outcomes, ({ result }) => result))}`)
  expect(outcomes.filter(({ result }) => result === 'fault')).toEqual([])
  await checkSteps({ taskId, before, outcomes })
  await checkStanding(taskId)
  await checkPercents(taskId)
  expect(outcomes.filter(({ isStale, result }) => isStale && result === 'done')).toEqual([])
  expect((await verifyLog(db)).firstBreak).toBeNull()
  for (const { requestKey } of shared) {
    const results = outcomes.filter((outcome) => outcome.requestKey === requestKey).map(({ result }) => result)
    expect(results.filter((result) => result === 'done').length).toBeLessThanOrEqual(1)
  }
})

test('a request that every process sends is done once and answered everywhere', async () => {
  const { leadId } = await receivedTask(office)
  const orders = Array.from({ length: 10 }, () => progressOrder(office.actor('truong.tttt'), leadId))

  const outcomes = (await Promise.all(processes.map((each) => ask(each, { fire: orders })))).flat()

  for (const { requestKey } of orders) {
    const results = outcomes.filter((outcome) => outcome.requestKey === requestKey).map(({ result }) => result)
    expect(results.sort()).toEqual(['done', 'repeated', 'repeated', 'repeated'])
  }
  expect(await db.step.count({ where: { subjectId: leadId, event: 'progress' } })).toBe(orders.length)
})

test('of many who accept at once with the same revision one does, and the others are told', async () => {
  const { taskId, leadId } = await receivedTask(office)
  await reportResult({ ...asked(office.actor('truong.tttt'), leadId), result: { text: 'Đã xong' }, files: [] })
  const { revision } = await db.subject.findUniqueOrThrow({ where: { id: taskId } })
  const deciding = ['chunhiem', 'phochunhiem1', 'tonghop1', 'tonghop2'].map(office.actor)

  const answers = processes.map((each) =>
    ask(each, { fire: deciding.map((by) => ({ ...progressOrder(by, taskId), act: 'accept', revision })) }),
  )
  const outcomes = (await Promise.all(answers)).flat()

  expect(countBy(outcomes, ({ result }) => result)).toEqual({ done: 1, conflict: PROCESSES * deciding.length - 1 })
  expect(await stateOf(taskId)).toBe('completed')
  await expect(acceptResult(asked(office.actor('chunhiem'), taskId))).rejects.toBeInstanceOf(Refused)
  await checkStanding(taskId)
})

test('of many who answer a request for more time at once one does, and it is put off once or not at all', async () => {
  const { taskId, leadId } = await receivedTask(office)
  await requestExtension({ ...asked(office.actor('truong.tttt'), leadId), dueOn: '2030-08-31', reason: 'Chờ số liệu' })
  const request = await db.subject.findFirstOrThrow({ where: { parentId: leadId, kind: 'EXTENSION_REQUEST' } })
  const deciding = ['chunhiem', 'phochunhiem1', 'tonghop1', 'tonghop2'].map(office.actor)

  const answers = processes.map((each, index) => {
    const answer = index % 2 === 0 ? 'grant' : 'refuse'
    // With the revision they saw, and without one: then it is the machine that refuses the second.
    const revision = index < 2 ? request.revision : null
    return ask(each, { fire: deciding.map((by) => ({ ...progressOrder(by, request.id), act: answer, revision })) })
  })
  const outcomes = (await Promise.all(answers)).flat()

  const [answered, ...others] = outcomes.filter(({ result }) => result === 'done')
  expect(others).toEqual([])
  expect(outcomes.filter(({ result }) => result === 'fault')).toEqual([])
  const isGranted = answered!.act === 'grant'
  expect(await stateOf(request.id)).toBe(isGranted ? 'granted' : 'refused')
  const days = await db.deadline.findMany({ where: { subjectId: { in: [taskId, leadId] } } })
  expect(days.map(({ extensions }) => extensions)).toEqual(isGranted ? [1, 1] : [0, 0])
  await checkStanding(taskId)
})

test('whoever supports reports before the lead passes up, or not at all', async () => {
  const supporting = ['KHTC', 'VP', 'ĐP I']
  for (const leadsAct of ['report', 'reportAlone']) {
    const { taskId, leadId } = await receivedTask(office)
    const supporters = supporting.map((unit) => ({ unitId: office.unitId(unit), dueOn: '2030-05-31' }))
    await addSupporters({ ...asked(office.actor('tonghop1'), taskId), supporters })
    const parts = await db.assignment.findMany({ where: { role: 'SUPPORT', subject: { parentId: taskId } } })
    const reports = await Promise.all(
      parts.map(async ({ id, unitId }) => {
        const by = office.actor(headsOf[supporting.find((unit) => office.unitId(unit) === unitId)!]!)
        await receiveAssignment(asked(by, id))
        return { ...progressOrder(by, id), act: 'report' }
      }),
    )
    const passing = ['truong.tttt', 'pho.tttt'].map((head) => progressOrder(office.actor(head), leadId))

    const answers = processes.map((each) =>
      ask(each, {
        fire: [
          ...reports.map((order) => ({ ...order, requestKey: newId() })),
          ...passing.map((order) => ({ ...order, act: leadsAct, requestKey: newId() })),
        ],
      }),
    )
    const outcomes = (await Promise.all(answers)).flat()

    expect(outcomes.filter(({ result }) => result === 'fault')).toEqual([])
    const steps = await db.step.findMany({ where: { rootId: taskId, event: 'report' }, orderBy: { number: 'asc' } })
    const reported = steps.map(({ subjectId }) => subjectId)
    expect(new Set(reported).size).toBe(reported.length)
    if (reported.includes(leadId)) {
      expect(reported.at(-1)).toBe(leadId)
      if (leadsAct === 'report') expect(reported).toHaveLength(1 + supporting.length)
      expect(await stateOf(taskId)).toBe('awaitingAcceptance')
    }
    expect(outcomes.filter(({ result }) => result === 'done')).toHaveLength(reported.length)
    await checkStanding(taskId)
  }
  expect((await verifyLog(db)).firstBreak).toBeNull()
})

/** One step for each event somebody was told is done, by that person, with that text; numbers in a row. */
async function checkSteps({ taskId, before, outcomes }: { taskId: string; before: number; outcomes: Outcome[] }) {
  const steps = await db.step.findMany({
    where: { rootId: taskId },
    include: { text: true },
    orderBy: { number: 'asc' },
  })
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
  const acts = steps.slice(before).filter(({ causedBy }) => causedBy === null)
  const done = outcomes.filter(({ result }) => result === 'done')
  expect(done.length).toBeGreaterThan(EVENTS_EACH)
  expect(acts.map((step) => `${step.actorId} ${step.event} ${step.subjectId}`).sort()).toEqual(
    done.map(({ personId, act, subjectId }) => `${personId} ${act} ${subjectId}`).sort(),
  )
  const texts = acts.flatMap(({ text }) => Object.values((text?.texts ?? {}) as Record<string, string>))
  const told = done.filter(({ act }) => act !== 'receive' && act !== 'delegate').map(({ requestKey }) => requestKey)
  expect(texts.sort()).toEqual(told.sort())
}

async function checkStanding(taskId: string): Promise<void> {
  const { tree, revisions } = await transaction('check', (tx) => restoreLocked(tx, taskId))
  expect(await standingOf(taskId)).toMatchObject(standingBy(tree))
  const moved = await db.step.groupBy({ by: ['subjectId'], where: { rootId: taskId }, _count: true })
  for (const { subjectId, _count: steps } of moved) {
    // An assignment is at revision 0 when it begins, and its beginning is a step.
    expect(revisions.get(subjectId)).toBe(subjectId === taskId ? steps : steps - 1)
  }
  const opened = await db.workItem.groupBy({
    by: ['subjectId', 'kind', 'holder'],
    where: { rootId: taskId, settledAt: null },
    _count: true,
  })
  expect(opened.every(({ _count: times }) => times === 1)).toBe(true)
}

/** What a use case writes beside the machine is that of its last step too. */
async function checkPercents(taskId: string): Promise<void> {
  const assignments = await db.assignment.findMany({ where: { subject: { rootId: taskId } } })
  for (const { id, percent } of assignments) {
    const last = await db.step.findFirst({
      where: { subjectId: id, event: { in: ['progress', 'report'] } },
      orderBy: { number: 'desc' },
    })
    const told = last?.event === 'report' ? 100 : (last?.payload as { percent: number } | undefined)?.percent
    expect(percent).toBe(told ?? 0)
  }
}

async function handToMany(leadId: string): Promise<{ by: Actor; id: string }[]> {
  const chosen = officers.slice(0, 30)
  const delegates = chosen.map(({ personId }) => ({ holder: `person:${personId}`, dueOn: '2030-06-01' }))
  await handOn({ ...asked(office.actor('truong.tttt'), leadId), delegates })
  const handed = await db.assignment.findMany({ where: { subject: { parentId: leadId } } })
  const held = chosen.map((by) => ({ by, id: handed.find(({ personId }) => personId === by.personId)!.id }))
  for (const { by, id } of held.slice(0, 10)) await receiveAssignment(asked(by, id))
  return held
}

function progressOrder(by: Actor, subjectId: string): Order {
  return {
    by,
    subjectId,
    act: 'progress',
    revision: null,
    isStale: false,
    requestKey: newId(),
    percent: 50,
    delegateIds: [],
  }
}

async function ask(child: ChildProcess, orders: Orders): Promise<Outcome[]> {
  const died = once(child, 'exit').then(() => {
    throw new Error('A process of the race ended before its time')
  })
  const answer = Promise.race([once(child, 'message'), died])
  child.send(orders)
  const [outcomes] = (await answer) as [Outcome[]]
  return outcomes
}

/** More officers than any unit has. */
async function employ(count: number): Promise<Actor[]> {
  const unitId = office.unitId('TTTT')
  const { organId } = office
  const validFrom = new Date('2020-01-01')
  const people = Array.from({ length: count }, (_, index) => ({ id: newId(), fullName: `Viên chức ${index + 1}` }))
  await db.person.createMany({
    data: people.map(({ id, fullName }) => ({ id, organId, fullName, givenName: fullName, searchText: fullName })),
  })
  const posts = people.map(
    ({ id }) =>
      ({ id: newId(), personId: id, organId, unitId, role: 'OFFICER', title: 'Viên chức', validFrom }) as const,
  )
  await db.post.createMany({ data: posts })
  return posts.map(({ id, personId, role }) => ({
    personId,
    organId,
    posts: [{ id, role, unitId, assistsPersonId: null }],
    chargeUnitIds: [],
    standsInFor: [],
  }))
}

function countBy<Each>(all: Each[], keyOf: (each: Each) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of all) counts[keyOf(each)] = (counts[keyOf(each)] ?? 0) + 1
  return counts
}
