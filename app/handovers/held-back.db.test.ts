import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTo, leadUnitOf } from '#test/factories/directives.ts'
import { administratorAct, personOrder, unitsOrder } from '#test/factories/handover-orders.ts'
import { newPerson, newPost } from '#test/factories/people.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { carryOutDueHandovers } from './carry-out-handover.server.ts'
import { countHeldBack } from './held-back.server.ts'
import { callOffHandover } from './order-handover.server.ts'
import { listHandovers, readHandover } from './read-handovers.server.ts'

const today = officeDay(new Date())
const tomorrow = daysAfter(today, 1)
const onItsDay = new Date(Date.now() + 24 * 60 * 60_000)

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.handoverTask.deleteMany()
  await db.handover.deleteMany()
})

async function expectHeldBack(handoverId: string, code: string): Promise<void> {
  const heldBack = { phase: 'heldBack', heldBack: { code } }
  expect(await readHandover(office.organId, handoverId)).toMatchObject(heldBack)
  expect(await listHandovers(office.organId)).toMatchObject([heldBack])
  expect(await countHeldBack(office.organId)).toBe(1)
}

async function expectCarriedOut(handoverId: string): Promise<void> {
  expect(await readHandover(office.organId, handoverId)).toMatchObject({ phase: 'done', heldBack: null })
  expect(await countHeldBack(office.organId)).toBe(0)
}

const endUnit = (id: string, lastDay: string | null) =>
  db.unit.update({ where: { id }, data: { validTo: lastDay && toDayColumn(lastDay) } })

describe('an order whose day has come', () => {
  test('moves nothing when the succeeding unit has ended meanwhile, says so once, and goes on once that is mended', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const taskId = await issuedTo(office, former.unitId)
    const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId, fromDay: tomorrow })
    await endUnit(successorId, today)
    await carryOutDueHandovers(onItsDay)
    await carryOutDueHandovers(onItsDay)

    await expectHeldBack(handoverId, 'handovers:errors.unitNotThere')
    expect(await leadUnitOf(taskId)).toBe(former.unitId)
    expect(await db.unit.findUniqueOrThrow({ where: { id: former.unitId } })).toMatchObject({ validTo: null })
    expect(await db.post.count({ where: { unitId: successorId } })).toBe(0)
    const said = { kind: 'handoverHeldBack', subjectId: handoverId, actorId: null }
    expect(await db.auditEntry.count({ where: said })).toBe(1)

    await endUnit(successorId, null)
    await carryOutDueHandovers(onItsDay)
    await expectCarriedOut(handoverId)
    expect(await leadUnitOf(taskId)).toBe(successorId)
  })

  test('moves nothing to a unit that nobody heads by then', async () => {
    const [former, successor] = [await unitWithPeople(office), await unitWithPeople(office)]
    await db.post.deleteMany({ where: { personId: former.headId } })
    const units = { unitIds: [former.unitId], successorId: successor.unitId }
    const handoverId = await unitsOrder(office, { ...units, fromDay: tomorrow })
    const headship = { where: { personId: successor.headId } }
    await db.post.updateMany({ ...headship, data: { validTo: toDayColumn(today) } })
    await carryOutDueHandovers(onItsDay)
    await expectHeldBack(handoverId, 'handovers:errors.noHead')

    await newPost(office, await newPerson(), { role: 'DEPUTY_HEAD', unitId: successor.unitId })
    await carryOutDueHandovers(onItsDay)
    await expectCarriedOut(handoverId)
  })

  test('moves nothing to a person who has left or is locked out, and can be called off', async () => {
    const { headId: personId, officerId: successorId } = await unitWithPeople(office)
    const handoverId = await personOrder(office, { personId, successorId, fromDay: tomorrow })
    const login = { where: { personId: successorId } }
    await db.login.update({ ...login, data: { banned: true } })
    await carryOutDueHandovers(onItsDay)
    await expectHeldBack(handoverId, 'handovers:errors.successorHasNoAccount')

    await db.login.update({ ...login, data: { banned: false } })
    await db.post.updateMany({ ...login, data: { validTo: toDayColumn(today) } })
    await carryOutDueHandovers(onItsDay)
    await expectHeldBack(handoverId, 'handovers:errors.successorLacks.ANY')
    expect(await db.post.count({ where: { personId, validTo: null } })).toBe(1)

    await callOffHandover({ ...administratorAct(office), handoverId })
    expect(await countHeldBack(office.organId)).toBe(0)
    expect(await readHandover(office.organId, handoverId)).toMatchObject({ phase: 'calledOff', heldBack: null })
  })
})

test('an order is not given to begin with about a unit that nobody heads, nor to somebody who cannot sign in', async () => {
  const [unitId, successorId] = [await newUnit(), await newUnit()]
  await expect(unitsOrder(office, { unitIds: [unitId], successorId })).rejects.toMatchObject({
    code: 'handovers:errors.noHead',
  })
  const { headId, officerId } = await unitWithPeople(office)
  await db.login.deleteMany({ where: { personId: officerId } })
  await expect(personOrder(office, { personId: headId, successorId: officerId })).rejects.toMatchObject({
    code: 'handovers:errors.successorHasNoAccount',
  })
})
