import { beforeAll, describe, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { enteredDirective, handOnTo, issuedTo } from '#test/factories/directives.ts'
import { personOrder, unitsOrder } from '#test/factories/handover-orders.ts'
import { actorOf, newPerson, newPost } from '#test/factories/people.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { changesOf, sightOfEach } from '#test/reorganisation/office-state.ts'
import { carryOutHandover } from './carry-out-handover.server.ts'
import { movesSchema } from './moves.ts'
import { readSightChange } from './sight-change.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

interface Numbers {
  personId: string
  gains: number
  loses: number
}

/** What was said beforehand and what came of it, for everybody in the organ. */
async function saidAndSeen(order: () => Promise<string>): Promise<{ said: Numbers[]; seen: Numbers[] }> {
  const everybody = (await db.person.findMany({ select: { id: true } })).map(({ id }) => id)
  const handoverId = await order()
  const { moves } = await db.handover.findUniqueOrThrow({ where: { id: handoverId } })
  const said = await readSightChange(movesSchema.parse(moves), today)
  const before = await sightOfEach(everybody, new Date())
  await carryOutHandover(handoverId, new Date())
  const seen = changesOf(before, await sightOfEach(everybody, new Date()))
  return {
    said: byPerson(said.map(({ personId, gains, loses }) => ({ personId, gains, loses }))),
    seen: byPerson(seen),
  }
}

function byPerson(rows: Numbers[]): Numbers[] {
  return rows.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
}

describe('what a handover says of who will see more or less comes true', () => {
  test('of a person with a post that begins that same day, who keeps what that post and their own doing open', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    await newPost(office, former, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    await newPost(office, successor, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    const followed = await issuedTo(office, office.unitId('KHTC'), { followerId: former })
    await issuedTo(office, office.unitId('TTTT'), { followerId: former })
    await db.task.update({ where: { id: followed }, data: { enteredById: former } })
    const { unitId, headId } = await unitWithPeople(office)
    await newPost(office, former, { role: 'OFFICER', unitId, validFrom: today })
    await handOnTo(await issuedTo(office, unitId), await actorOf(headId), former)

    const all = await db.participant.count({ where: { principal: `duty:${office.organId}:SECRETARIAT` } })
    const { said, seen } = await saidAndSeen(() => personOrder(office, { personId: former, successorId: successor }))
    expect(said).toEqual(seen)
    expect(said).toEqual([{ personId: former, gains: 0, loses: all - 1 }])
  })

  test('of a person without another post, who sees nothing any more', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    for (const personId of [former, successor]) await newPost(office, personId, { role: 'LEADER' })
    await issuedTo(office, office.unitId('KHTC'))
    const { said, seen } = await saidAndSeen(() => personOrder(office, { personId: former, successorId: successor }))
    expect(said).toEqual(seen)
    expect(said).toMatchObject([{ personId: former, gains: 0 }])
  })

  test('of those who enter the decisions of a leader, too', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    for (const leaderId of [former, successor]) {
      await newPost(office, leaderId, { role: 'LEADER' })
      const assistant = await newPerson()
      const postId = await newPost(office, assistant, { role: 'ASSISTANT', unitId: office.unitId('VP') })
      await db.post.update({ where: { id: postId }, data: { assistsPersonId: leaderId } })
    }
    await enteredDirective(office, { directingLeaderId: former })
    const { said, seen } = await saidAndSeen(() => personOrder(office, { personId: former, successorId: successor }))
    expect(said).toEqual(seen)
    expect(said.map(({ gains }) => gains).sort()).toEqual([0, 0, 1])
  })

  test('of units that go up in another, by what each had', async () => {
    const [first, second] = [await unitWithPeople(office), await unitWithPeople(office)]
    const successorId = await newUnit()
    for (const { unitId } of [first, second, second]) await issuedTo(office, unitId)
    const { said, seen } = await saidAndSeen(() =>
      unitsOrder(office, { unitIds: [first.unitId, second.unitId], successorId }),
    )
    expect(said).toEqual(seen)
    expect(said).toEqual(
      byPerson([
        { personId: first.headId, gains: 2, loses: 0 },
        { personId: second.headId, gains: 1, loses: 0 },
      ]),
    )
  })
})
