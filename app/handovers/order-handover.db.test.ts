import { v7 as newId } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { administratorAct, unitsOrder } from '#test/factories/handover-orders.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { callOffHandover } from './order-handover.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

test('a unit is named in one order at a time', async () => {
  const former = await unitWithPeople(office)
  const [successorId, otherId] = [await newUnit(), await newUnit()]
  const tomorrow = daysAfter(today, 1)
  const handoverId = await unitsOrder(office, { unitIds: [former.unitId], successorId, fromDay: tomorrow })
  for (const unitIds of [[former.unitId], [successorId]]) {
    await expect(unitsOrder(office, { unitIds, successorId: otherId })).rejects.toMatchObject({
      code: 'handovers:errors.inAnotherOrder',
    })
  }
  await callOffHandover({ ...administratorAct(office), handoverId })
  await expect(unitsOrder(office, { unitIds: [former.unitId], successorId: otherId })).resolves.toBeTypeOf('string')
})

test('an order about units is given by an administrator only, about units of the day, and not for a day that is past', async () => {
  const former = await unitWithPeople(office)
  const successorId = await newUnit()
  const order = { unitIds: [former.unitId], successorId }
  for (const username of ['tonghop1', 'chunhiem', 'truong.tttt']) {
    const by = office.actor(username)
    await expect(unitsOrder(office, order, { by })).rejects.toMatchObject({
      code: 'organisation:errors.adminOnly',
    })
  }
  await expect(unitsOrder(office, { ...order, fromDay: daysAfter(today, -1) })).rejects.toMatchObject({
    code: 'handovers:errors.dayIsPast',
  })
  await expect(unitsOrder(office, { ...order, successorId: newId() })).rejects.toMatchObject({
    code: 'handovers:errors.unitNotThere',
  })
})

test('of two orders given at once about one unit, the second is refused', async () => {
  const [{ unitId }, { unitId: otherId }] = [await unitWithPeople(office), await unitWithPeople(office)]
  const successorId = await newUnit()
  const given = await Promise.allSettled([
    unitsOrder(office, { unitIds: [unitId], successorId, documentSymbol: '31/QĐ-UBDT' }),
    unitsOrder(office, { unitIds: [otherId], successorId: unitId, documentSymbol: '31/QĐ-UBDT' }),
  ])
  expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(given.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'handovers:errors.inAnotherOrder', values: { symbol: '31/QĐ-UBDT' } },
  })
})
