import { beforeAll, describe, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTo } from '#test/factories/directives.ts'
import { personOrder } from '#test/factories/handover-orders.ts'
import { actorOf, newPerson, newPost } from '#test/factories/people.ts'
import { principalsOf } from '#workflows/actor.ts'
import { carryOutHandover } from './carry-out-handover.server.ts'
import { previewHandover } from './preview-handover.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('a person who leaves', () => {
  test('is followed in what they direct, follow and were handed; the log keeps their name', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    await newPost(office, former, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    await newPost(office, successor, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    const taskId = await issuedTo(office, office.unitId('KHTC'), { followerId: former })
    await carryOutHandover(await personOrder(office, { personId: former, successorId: successor }), new Date())

    const task = await db.task.findUniqueOrThrow({ where: { id: taskId } })
    expect(task.followerId).toBe(successor)
    expect((await actorOf(former)).posts).toEqual([])
    const step = await db.step.findFirstOrThrow({ where: { rootId: taskId, event: 'handOver' } })
    expect(step.payload).toMatchObject({ changed: [{ field: 'followerId', from: former, to: successor }] })
  })

  test('is not followed by whoever lacks the posts that the work needs', async () => {
    const [former, successor] = [await newPerson(), await newPerson()]
    await newPost(office, former, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    await issuedTo(office, office.unitId('KHTC'), { followerId: former })
    const refusal = (code: string) => ({ code: `handovers:errors.successorLacks.${code}` })
    await expect(personOrder(office, { personId: former, successorId: successor })).rejects.toMatchObject(
      refusal('SECRETARIAT'),
    )
    await newPost(office, successor, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    await expect(personOrder(office, { personId: former, successorId: former })).rejects.toMatchObject({
      code: 'handovers:errors.ownSuccessor',
    })
    const { personId } = office.actor('quantri')
    for (const order of [
      { personId, successorId: successor },
      { personId: former, successorId: personId },
    ]) {
      await expect(personOrder(office, order)).rejects.toMatchObject({ code: 'handovers:errors.notOneself' })
    }
    const empty = await newPerson()
    await expect(personOrder(office, { personId: await newPerson(), successorId: empty })).rejects.toMatchObject(
      refusal('ANY'),
    )
  })

  test('keeps restricted tasks closed to who follows, unless the order says so', async () => {
    const former = await newPerson()
    await newPost(office, former, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
    const restricted = {
      restricted: true,
      followerId: former,
      namedPersonIds: [office.actor('truong.khtc').personId],
    }
    const taskId = await issuedTo(office, office.unitId('KHTC'), restricted)
    const seen = async (personId: string) => {
      const principals = principalsOf(await actorOf(personId))
      return (await db.participant.count({ where: { subjectId: taskId, principal: { in: principals } } })) > 0
    }
    const follow = async (withRestricted: boolean) => {
      const successor = await newPerson()
      await newPost(office, successor, { role: 'SECRETARIAT', unitId: office.unitId('VP') })
      const moves = { units: [], posts: [], people: [{ from: former, to: successor }], withRestricted }
      const { tasks } = await previewHandover(moves, today)
      await carryOutHandover(
        await personOrder(office, { personId: former, successorId: successor, withRestricted }),
        new Date(),
      )
      return { tasks, isSeen: await seen(successor) }
    }
    expect(await follow(false)).toEqual({ tasks: 0, isSeen: false })
    expect(await follow(true)).toEqual({ tasks: 1, isSeen: true })
  })
})
