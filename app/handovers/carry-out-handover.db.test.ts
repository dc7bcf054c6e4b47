import { beforeAll, describe, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTo, leadUnitOf } from '#test/factories/directives.ts'
import { administratorAct, unitsOrder } from '#test/factories/handover-orders.ts'
import { expectAtOnce } from '#test/factories/held-tasks.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { carryOutDueHandovers, carryOutHandover } from './carry-out-handover.server.ts'
import { callOffHandover } from './order-handover.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('an order that a unit goes up in another', () => {
  test('leaves everything until its day, and for ever when it is called off', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const taskId = await issuedTo(office, former.unitId)
    const tomorrow = daysAfter(today, 1)
    const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId, fromDay: tomorrow })
    await carryOutDueHandovers(new Date())
    expect(await leadUnitOf(taskId)).toBe(former.unitId)

    await callOffHandover({ ...administratorAct(office), handoverId })
    await carryOutDueHandovers(new Date(Date.now() + 3 * 24 * 60 * 60_000))
    await carryOutHandover(handoverId, new Date())
    expect(await leadUnitOf(taskId)).toBe(former.unitId)
    await expect(callOffHandover({ ...administratorAct(office), handoverId })).rejects.toMatchObject({
      code: 'handovers:errors.hasBegun',
    })
  })

  test('goes on where a killed worker stopped, and moves nothing twice', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const tasks = [await issuedTo(office, former.unitId), await issuedTo(office, former.unitId)]
    const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId })
    await carryOutHandover(handoverId, new Date())
    // As if it had been killed after the first task was written and before that was noted.
    await db.handover.update({ where: { id: handoverId }, data: { finishedAt: null } })
    await carryOutDueHandovers(new Date())
    expect(await db.step.count({ where: { rootId: { in: tasks }, event: 'handOver' } })).toBe(2)
    expect((await db.handover.findUniqueOrThrow({ where: { id: handoverId } })).finishedAt).not.toBeNull()
  })

  test('is carried out though an earlier one is broken, which is told', async () => {
    const [broken, former] = [await unitWithPeople(office), await unitWithPeople(office)]
    const brokenId = await unitsOrder(office, { unitIds: [broken.unitId], successorId: await newUnit() })
    const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId: await newUnit() })
    await db.handover.update({ where: { id: brokenId }, data: { moves: { nothing: 'of use' } } })
    await expect(carryOutDueHandovers(new Date())).rejects.toThrow('1 of 2 failed')
    expect((await db.handover.findUniqueOrThrow({ where: { id: handoverId } })).finishedAt).not.toBeNull()
    await db.handover.delete({ where: { id: brokenId } })
  })

  test('has four tasks moved at once and no more, and in the end all of them', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const tasks: string[] = []
    while (tasks.length < 6) tasks.push(await issuedTo(office, former.unitId))
    const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId })
    await expectAtOnce(4, tasks, () => carryOutHandover(handoverId, new Date()))
    expect(await Promise.all(tasks.map(leadUnitOf))).toEqual(tasks.map(() => successorId))
  })
})
