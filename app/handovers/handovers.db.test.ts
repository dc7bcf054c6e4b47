import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment, revokeTask } from '#app/directives/simple-acts.server.ts'
import { reopenTask } from '#app/directives/task-acts.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { partsAsOf } from '#app/reports/parts-as-of.server.ts'
import { readActor } from '#app/sign-in/read-actor.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { expectAtOnce } from '#test/factories/held-tasks.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { principalsOf } from '#workflows/actor.ts'
import { carryOutDueHandovers, carryOutHandover } from './carry-out-handover.server.ts'
import type { PersonHandover, UnitsHandover } from './forms.ts'
import { callOffHandover, orderPersonHandover, orderUnitsHandover } from './order-handover.server.ts'
import { readHandoverList } from './handover-list.server.ts'
import { previewHandover } from './preview-handover.server.ts'

const today = officeDay(new Date())
const document = { documentSymbol: '21/QĐ-UBDT', documentOn: today }

let office: DemoOffice
beforeEach(async () => {
  office ??= await demoOffice()
})

const administrator = () => ({ by: office.actor('quantri'), address: null, at: new Date() })

async function newUnit(abbreviation = `ĐV${newId().slice(-6)}`): Promise<string> {
  const unit = await db.unit.findFirstOrThrow({ where: { abbreviation: 'TTTT' } })
  const { id } = await db.unit.create({
    data: { ...unit, id: newId(), outsideId: null, name: `Đơn vị ${abbreviation}`, abbreviation },
  })
  return id
}

/** A unit of its own, with a head and an officer, so that one test does not end another's. */
async function unitWithPeople(): Promise<{ unitId: string; headId: string; officerId: string }> {
  const unitId = await newUnit()
  const [headId, officerId] = await Promise.all([newPerson(), newPerson()])
  await newPost(headId, 'UNIT_HEAD', unitId)
  await newPost(officerId, 'OFFICER', unitId)
  return { unitId, headId, officerId }
}

async function newPerson(): Promise<string> {
  const model = await db.person.findFirstOrThrow({ where: { login: { username: 'chuyenvien1.khtc' } } })
  const id = newId()
  await db.person.create({ data: { ...model, id, outsideId: null } })
  const login = await db.login.findFirstOrThrow({ where: { personId: model.id } })
  await db.login.create({ data: { ...login, id: newId(), personId: id, username: id, email: `${id}@example.invalid` } })
  return id
}

async function newPost(
  personId: string,
  role: 'UNIT_HEAD' | 'OFFICER' | 'SECRETARIAT' | 'LEADER',
  unitId: string | null,
) {
  const { organId } = office
  const post = await db.post.create({
    data: { personId, organId, unitId, role, title: 'Chức vụ', validFrom: toDayColumn('2021-01-01') },
  })
  return post.id
}

const actorOf = async (personId: string) => (await readActor({ personId, at: new Date() }))!

async function issuedTo(unitId: string, changes: Parameters<typeof enteredDirective>[1] = {}): Promise<string> {
  const { taskIds } = await enteredDirective(office, { ...changes, tasks: [{ leadUnitId: unitId }] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  return taskIds[0]!
}

async function leadUnitOf(taskId: string): Promise<string> {
  return (await db.task.findUniqueOrThrow({ where: { id: taskId } })).leadUnitId
}

const unitsOrder = (handover: Pick<UnitsHandover, 'unitIds' | 'successorId'> & Partial<UnitsHandover>) =>
  orderUnitsHandover({ ...administrator(), handover: { fromDay: today, posts: [], ...document, ...handover } })

const personOrder = (handover: Pick<PersonHandover, 'personId' | 'successorId'> & Partial<PersonHandover>) =>
  orderPersonHandover({
    ...administrator(),
    handover: { fromDay: today, withRestricted: false, ...document, ...handover },
  })

describe('a unit that goes up in another', () => {
  it('ends with its successor named; its people, charges and open work follow, and what ended stays its own', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const leader = office.actor('phochunhiem1').personId
    await db.charge.create({
      data: { organId: office.organId, leaderId: leader, unitId: former.unitId, validFrom: toDayColumn('2021-01-01') },
    })
    const [open, ended] = [await issuedTo(former.unitId), await issuedTo(former.unitId)]
    await revokeTask({ ...asked(office.actor('chunhiem'), ended), reason: 'Không còn phù hợp' })

    await carryOutHandover(await unitsOrder({ unitIds: [former.unitId], successorId }), new Date())

    expect(await leadUnitOf(open)).toBe(successorId)
    expect(await leadUnitOf(ended)).toBe(former.unitId)
    const unit = await db.unit.findUniqueOrThrow({ where: { id: former.unitId } })
    expect([fromDayColumn(unit.validTo!), unit.successorId]).toEqual([daysAfter(today, -1), successorId])
    const head = await actorOf(former.headId)
    expect(head.posts).toMatchObject([{ role: 'UNIT_HEAD', unitId: successorId, formerUnitIds: [former.unitId] }])
    expect(principalsOf(head)).toEqual(expect.arrayContaining([`unit:${former.unitId}`, `unit:${successorId}`]))
    expect((await actorOf(leader)).chargeUnitIds).toContain(successorId)
    const step = await db.step.findFirstOrThrow({ where: { rootId: open, event: 'handOver' } })
    expect((step.payload as { changed: object[] }).changed).toContainEqual(
      expect.objectContaining({ field: 'leadUnitId', to: successorId }),
    )
    expect((await verifyLog(db)).firstBreak).toBeNull()
  })

  it('is split by its people: what was handed on goes with the officer, the rest to the successor', async () => {
    const former = await unitWithPeople()
    const [successorId, otherId] = [await newUnit(), await newUnit()]
    const head = await actorOf(former.headId)
    const [handedTaskId, keptTaskId] = [await issuedTo(former.unitId), await issuedTo(former.unitId)]
    await handOnTo(handedTaskId, head, former.officerId)
    const post = await db.post.findFirstOrThrow({ where: { personId: former.officerId } })

    const posts = [{ postId: post.id, unitId: otherId }]
    await carryOutHandover(await unitsOrder({ unitIds: [former.unitId], successorId, posts }), new Date())

    expect(await leadUnitOf(keptTaskId)).toBe(successorId)
    expect((await actorOf(former.officerId)).posts).toMatchObject([{ unitId: otherId }])
    expect(await leadUnitOf(handedTaskId)).toBe(otherId)
    const part = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: handedTaskId } } })
    expect(part.unitId).toBe(otherId)
  })

  it('moves on what was handed on whichever unit was made first, and what begins only then', async () => {
    const otherId = await newUnit()
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const head = await actorOf(former.headId)
    const taskId = await issuedTo(former.unitId)
    await handOnTo(taskId, head, former.officerId)
    const post = await db.post.findFirstOrThrow({ where: { personId: former.officerId } })
    const newcomer = await newPerson()
    const later = await newPost(newcomer, 'OFFICER', former.unitId)
    await db.post.update({ where: { id: later }, data: { validFrom: toDayColumn(daysAfter(today, 9)) } })

    const posts = [{ postId: post.id, unitId: otherId }]
    await carryOutHandover(await unitsOrder({ unitIds: [former.unitId], successorId, posts }), new Date())
    expect(await leadUnitOf(taskId)).toBe(otherId)
    expect((await db.post.findUniqueOrThrow({ where: { id: later } })).unitId).toBe(successorId)
  })

  it('opens again with whoever follows it', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const taskId = await issuedTo(former.unitId)
    const head = await actorOf(former.headId)
    const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId } } })
    await receiveAssignment(asked(head, lead.id))
    await reportResult({ ...asked(head, lead.id), result: { text: 'Đã hoàn thành' }, files: [] })
    await acceptResult(asked(office.actor('chunhiem'), taskId))
    await carryOutHandover(await unitsOrder({ unitIds: [former.unitId], successorId }), new Date())

    await reopenTask({ ...asked(office.actor('chunhiem'), taskId), reason: 'Cần bổ sung số liệu' })
    const successor = await newPerson()
    await newPost(successor, 'UNIT_HEAD', successorId)
    const result = { ...asked(await actorOf(successor), lead.id), result: { text: 'Đã bổ sung' }, files: [] }
    await expect(reportResult(result)).resolves.toMatchObject({ repeated: false })
  })

  it('is named in one order at a time', async () => {
    const former = await unitWithPeople()
    const [successorId, otherId] = [await newUnit(), await newUnit()]
    const tomorrow = daysAfter(today, 1)
    const handoverId = await unitsOrder({ unitIds: [former.unitId], successorId, fromDay: tomorrow })
    for (const unitIds of [[former.unitId], [successorId]]) {
      await expect(unitsOrder({ unitIds, successorId: otherId })).rejects.toMatchObject({
        code: 'handovers:errors.inAnotherOrder',
      })
    }
    await callOffHandover({ ...administrator(), handoverId })
    await expect(unitsOrder({ unitIds: [former.unitId], successorId: otherId })).resolves.toBeTypeOf('string')
  })

  it('keeps what it has until its day, and all of it when the order is called off', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const taskId = await issuedTo(former.unitId)
    const tomorrow = daysAfter(today, 1)
    const handoverId = await unitsOrder({ unitIds: [former.unitId], successorId, fromDay: tomorrow })
    await carryOutDueHandovers(new Date())
    expect(await leadUnitOf(taskId)).toBe(former.unitId)

    await callOffHandover({ ...administrator(), handoverId })
    await carryOutDueHandovers(new Date(Date.now() + 3 * 24 * 60 * 60_000))
    await carryOutHandover(handoverId, new Date())
    expect(await leadUnitOf(taskId)).toBe(former.unitId)
    await expect(callOffHandover({ ...administrator(), handoverId })).rejects.toMatchObject({
      code: 'handovers:errors.hasBegun',
    })
  })

  it('goes on where a killed worker stopped, and moves nothing twice', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const tasks = [await issuedTo(former.unitId), await issuedTo(former.unitId)]
    const handoverId = await unitsOrder({ unitIds: [former.unitId], successorId })
    await carryOutHandover(handoverId, new Date())
    // As if it had been killed after the first task was written and before that was noted.
    await db.handover.update({ where: { id: handoverId }, data: { finishedAt: null } })
    await carryOutDueHandovers(new Date())
    expect(await db.step.count({ where: { rootId: { in: tasks }, event: 'handOver' } })).toBe(2)
    expect((await db.handover.findUniqueOrThrow({ where: { id: handoverId } })).finishedAt).not.toBeNull()
  })

  it('has four tasks moved at once and no more, and in the end all of them', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const tasks: string[] = []
    while (tasks.length < 6) tasks.push(await issuedTo(former.unitId))
    const handoverId = await unitsOrder({ unitIds: [former.unitId], successorId })
    await expectAtOnce(4, tasks, () => carryOutHandover(handoverId, new Date()))
    expect(await Promise.all(tasks.map(leadUnitOf))).toEqual(tasks.map(() => successorId))
  })

  it('is ordered by an administrator only, about units of the day, and not for a day that is past', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const order = { unitIds: [former.unitId], successorId, posts: [], fromDay: today, ...document }
    for (const username of ['tonghop1', 'chunhiem', 'truong.tttt']) {
      const by = office.actor(username)
      await expect(orderUnitsHandover({ ...administrator(), by, handover: order })).rejects.toMatchObject({
        code: 'organisation:errors.adminOnly',
      })
    }
    await expect(unitsOrder({ ...order, fromDay: daysAfter(today, -1) })).rejects.toMatchObject({
      code: 'handovers:errors.dayIsPast',
    })
    await expect(unitsOrder({ ...order, successorId: newId() })).rejects.toMatchObject({
      code: 'handovers:errors.unitNotThere',
    })
  })
})

describe('a person who leaves', () => {
  it('is followed in what they direct, follow and were handed; the log keeps their name', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    await newPost(former, 'SECRETARIAT', office.unitId('VP'))
    await newPost(successor, 'SECRETARIAT', office.unitId('VP'))
    const taskId = await issuedTo(office.unitId('KHTC'), { followerId: former })
    await carryOutHandover(await personOrder({ personId: former, successorId: successor }), new Date())

    const task = await db.task.findUniqueOrThrow({ where: { id: taskId } })
    expect(task.followerId).toBe(successor)
    expect((await actorOf(former)).posts).toEqual([])
    const step = await db.step.findFirstOrThrow({ where: { rootId: taskId, event: 'handOver' } })
    expect(step.payload).toMatchObject({ changed: [{ field: 'followerId', from: former, to: successor }] })
  })

  it('is not followed by whoever lacks the posts that the work needs', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    await newPost(former, 'SECRETARIAT', office.unitId('VP'))
    await issuedTo(office.unitId('KHTC'), { followerId: former })
    const refusal = (code: string) => ({ code: `handovers:errors.successorLacks.${code}` })
    await expect(personOrder({ personId: former, successorId: successor })).rejects.toMatchObject(
      refusal('SECRETARIAT'),
    )
    await newPost(successor, 'SECRETARIAT', office.unitId('VP'))
    await expect(personOrder({ personId: former, successorId: former })).rejects.toMatchObject({
      code: 'handovers:errors.ownSuccessor',
    })
    const { personId } = office.actor('quantri')
    for (const order of [
      { personId, successorId: successor },
      { personId: former, successorId: personId },
    ]) {
      await expect(personOrder(order)).rejects.toMatchObject({ code: 'handovers:errors.notOneself' })
    }
    const empty = await newPerson()
    await expect(personOrder({ personId: await newPerson(), successorId: empty })).rejects.toMatchObject(refusal('ANY'))
  })

  it('keeps restricted tasks closed to who follows, unless the order says so', async () => {
    const former = await newPerson()
    await newPost(former, 'SECRETARIAT', office.unitId('VP'))
    const restricted = {
      restricted: true,
      followerId: former,
      namedPersonIds: [office.actor('truong.khtc').personId],
    }
    const taskId = await issuedTo(office.unitId('KHTC'), restricted)
    const seen = async (personId: string) => {
      const principals = principalsOf(await actorOf(personId))
      return (await db.participant.count({ where: { subjectId: taskId, principal: { in: principals } } })) > 0
    }
    const follow = async (withRestricted: boolean) => {
      const successor = await newPerson()
      await newPost(successor, 'SECRETARIAT', office.unitId('VP'))
      const moves = { units: [], posts: [], people: [{ from: former, to: successor }], withRestricted }
      const { tasks } = await previewHandover(moves, today)
      await carryOutHandover(
        await personOrder({ personId: former, successorId: successor, withRestricted }),
        new Date(),
      )
      return { tasks, isSeen: await seen(successor) }
    }
    expect(await follow(false)).toEqual({ tasks: 0, isSeen: false })
    expect(await follow(true)).toEqual({ tasks: 1, isSeen: true })
  })
})

async function handOnTo(taskId: string, head: Awaited<ReturnType<typeof actorOf>>, officerId: string): Promise<void> {
  const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId } } })
  await receiveAssignment(asked(head, lead.id))
  await handOn({ ...asked(head, lead.id), delegates: [{ holder: `person:${officerId}`, dueOn: '2030-05-01' }] })
}

describe('the list of handover', () => {
  it('is for the person, the heads of their units, leaders and the secretariat; what is restricted for those it names', async () => {
    const { unitId, headId, officerId } = await unitWithPeople()
    const head = await actorOf(headId)
    const taskId = await issuedTo(unitId)
    await handOnTo(taskId, head, officerId)
    const restricted = await issuedTo(unitId, { restricted: true, namedPersonIds: [headId] })
    const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: restricted } } })
    await receiveAssignment(asked(head, lead.id))
    await handOn({ ...asked(head, lead.id), delegates: [{ holder: `person:${officerId}`, dueOn: '2030-05-01' }] })

    const officer = await actorOf(officerId)
    const linesFor = async (by: Awaited<ReturnType<typeof actorOf>>) =>
      (await readHandoverList({ personId: officerId, by, today })).lines.length
    expect(await linesFor(officer)).toBe(2)
    expect(await linesFor(head)).toBe(2)
    expect(await linesFor(office.actor('tonghop2'))).toBe(1)
    for (const username of ['truong.khtc', 'quantri', 'vanthu']) {
      await expect(linesFor(office.actor(username))).rejects.toMatchObject({ status: 404 })
    }
    const own = await readHandoverList({ personId: headId, by: head, today })
    expect(own.lines.filter(({ isOfUnit }) => isOfUnit)).not.toEqual([])
  })
})

describe('a report of a past day', () => {
  it('has the work with whom it was then, whoever has taken it over since', async () => {
    const former = await unitWithPeople()
    const successorId = await newUnit()
    const yesterday = daysAfter(today, -1)
    const { taskIds } = await enteredDirective(office, { tasks: [{ leadUnitId: former.unitId }] })
    const at = new Date(`${yesterday}T02:00:00Z`)
    await issueTask({ ...asked(office.actor('chunhiem'), taskIds[0]!), at })
    await carryOutHandover(await unitsOrder({ unitIds: [former.unitId], successorId }), new Date())

    const principals = principalsOf(office.actor('tonghop1'))
    const partsOf = async (unitId: string, to: string) => {
      const parts = await Array.fromAsync(partsAsOf({ period: { from: yesterday, to }, principals, unitId }))
      return parts.length
    }
    expect([await partsOf(former.unitId, yesterday), await partsOf(successorId, yesterday)]).toEqual([1, 0])
    expect([await partsOf(former.unitId, today), await partsOf(successorId, today)]).toEqual([0, 1])
  })
})
