import { beforeAll, expect, test } from 'vitest'
import { countUnseenGrants, listRoleGrants, seeRoleGrant } from '#app/organisation/role-grants.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { administratorAct, personOrder } from '#test/factories/handover-orders.ts'
import { actorOf, newPerson, newPost } from '#test/factories/people.ts'
import { unitWithPeople } from '#test/factories/units.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { callOffHandover } from './order-handover.server.ts'

const tomorrow = daysAfter(officeDay(new Date()), 1)

let office: DemoOffice
let secondId: string
beforeAll(async () => {
  office = await demoOffice()
  secondId = await newPerson()
  await newPost(office, secondId, { role: 'ADMIN' })
})

async function ordered(withRestricted: boolean): Promise<{ handoverId: string; successorId: string }> {
  const { headId: personId, officerId: successorId } = await unitWithPeople(office)
  const handoverId = await personOrder(office, { personId, successorId, withRestricted, fromDay: tomorrow })
  return { handoverId, successorId }
}

const second = () => ({ organId: office.organId, personId: secondId })

test('whoever is given restricted tasks by an order is told of to the other administrators, until one has seen it', async () => {
  const before = await countUnseenGrants(second())
  await ordered(false)
  expect(await countUnseenGrants(second())).toBe(before)

  const { handoverId, successorId } = await ordered(true)
  expect(await countUnseenGrants(second())).toBe(before + 1)
  const grants = await listRoleGrants(second())
  const grant = grants.find(({ handover }) => handover?.id === handoverId)
  expect(grant).toMatchObject({ personId: successorId, absentName: null, isOwn: false, seenAt: null })

  const grantId = grant!.id
  await expect(seeRoleGrant({ ...administratorAct(office), grantId })).rejects.toThrow('ownGrant')
  await seeRoleGrant({ ...administratorAct(office), by: await actorOf(secondId), grantId })
  expect(await countUnseenGrants(second())).toBe(before)
})

test('what was called off before anybody had seen it need not be seen any more', async () => {
  const before = await countUnseenGrants(second())
  const { handoverId } = await ordered(true)
  await callOffHandover({ ...administratorAct(office), handoverId })
  expect(await countUnseenGrants(second())).toBe(before)
})
