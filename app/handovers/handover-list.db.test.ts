import { beforeAll, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { handOnTo, issuedTo } from '#test/factories/directives.ts'
import { actorOf } from '#test/factories/people.ts'
import { unitWithPeople } from '#test/factories/units.ts'
import type { Actor } from '#workflows/actor.ts'
import { readHandoverList } from './handover-list.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

test('the list of handover is for the person, the heads of their units, leaders and the secretariat; what is restricted for those it names', async () => {
  const { unitId, headId, officerId } = await unitWithPeople(office)
  const head = await actorOf(headId)
  const taskId = await issuedTo(office, unitId)
  await handOnTo(taskId, head, officerId)
  const restricted = await issuedTo(office, unitId, { restricted: true, namedPersonIds: [headId] })
  await handOnTo(restricted, head, officerId)

  const officer = await actorOf(officerId)
  const linesFor = async (by: Actor) => (await readHandoverList({ personId: officerId, by, today })).lines.length
  expect(await linesFor(officer)).toBe(2)
  expect(await linesFor(head)).toBe(2)
  expect(await linesFor(office.actor('tonghop2'))).toBe(1)
  for (const username of ['truong.khtc', 'quantri', 'vanthu']) {
    await expect(linesFor(office.actor(username))).rejects.toMatchObject({ status: 404 })
  }
  const own = await readHandoverList({ personId: headId, by: head, today })
  expect(own.lines.filter(({ isOfUnit }) => isOfUnit)).not.toEqual([])
})
