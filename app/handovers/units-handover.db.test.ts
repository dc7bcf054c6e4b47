import { beforeAll, describe, expect, test } from 'vitest'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, issueTask, receiveAssignment, revokeTask } from '#app/directives/simple-acts.server.ts'
import { reopenTask } from '#app/directives/task-acts.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn, toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { partsAsOf } from '#app/reports/parts-as-of.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective, handOnTo, issuedTo, leadUnitOf } from '#test/factories/directives.ts'
import { unitsOrder } from '#test/factories/handover-orders.ts'
import { actorOf, newPerson, newPost } from '#test/factories/people.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { principalsOf } from '#workflows/actor.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { carryOutHandover } from './carry-out-handover.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

describe('a unit that goes up in another', () => {
  test('ends with its successor named; its people, charges and open work follow, and what ended stays its own', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const leader = office.actor('phochunhiem1').personId
    await db.charge.create({
      data: { organId: office.organId, leaderId: leader, unitId: former.unitId, validFrom: toDayColumn('2021-01-01') },
    })
    const [open, ended] = [await issuedTo(office, former.unitId), await issuedTo(office, former.unitId)]
    await revokeTask({ ...asked(office.actor('chunhiem'), ended), reason: 'Không còn phù hợp' })

    await carryOutHandover(await unitsOrder(office, { unitIds: [former.unitId], successorId }), new Date())

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

  test('is split by its people: what was handed on goes with the officer, the rest to the successor', async () => {
    const former = await unitWithPeople(office)
    const [successorId, { unitId: otherId }] = [await newUnit(), await unitWithPeople(office)]
    const head = await actorOf(former.headId)
    const [handedTaskId, keptTaskId] = [await issuedTo(office, former.unitId), await issuedTo(office, former.unitId)]
    await handOnTo(handedTaskId, head, former.officerId)
    const post = await db.post.findFirstOrThrow({ where: { personId: former.officerId } })

    const posts = [{ postId: post.id, unitId: otherId }]
    await carryOutHandover(await unitsOrder(office, { unitIds: [former.unitId], successorId, posts }), new Date())

    expect(await leadUnitOf(keptTaskId)).toBe(successorId)
    expect((await actorOf(former.officerId)).posts).toMatchObject([{ unitId: otherId }])
    expect(await leadUnitOf(handedTaskId)).toBe(otherId)
    const part = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: handedTaskId } } })
    expect(part.unitId).toBe(otherId)
  })

  test('moves on what was handed on whichever unit was made first, and what begins only then', async () => {
    const { unitId: otherId } = await unitWithPeople(office)
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const head = await actorOf(former.headId)
    const taskId = await issuedTo(office, former.unitId)
    await handOnTo(taskId, head, former.officerId)
    const post = await db.post.findFirstOrThrow({ where: { personId: former.officerId } })
    const newcomer = await newPerson()
    const later = await newPost(office, newcomer, { role: 'OFFICER', unitId: former.unitId })
    await db.post.update({ where: { id: later }, data: { validFrom: toDayColumn(daysAfter(today, 9)) } })

    const posts = [{ postId: post.id, unitId: otherId }]
    await carryOutHandover(await unitsOrder(office, { unitIds: [former.unitId], successorId, posts }), new Date())
    expect(await leadUnitOf(taskId)).toBe(otherId)
    expect((await db.post.findUniqueOrThrow({ where: { id: later } })).unitId).toBe(successorId)
  })

  test('opens again with whoever follows it', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const taskId = await issuedTo(office, former.unitId)
    const head = await actorOf(former.headId)
    const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId } } })
    await receiveAssignment(asked(head, lead.id))
    await reportResult({ ...asked(head, lead.id), result: { text: 'Đã hoàn thành' }, files: [] })
    await acceptResult(asked(office.actor('chunhiem'), taskId))
    await carryOutHandover(await unitsOrder(office, { unitIds: [former.unitId], successorId }), new Date())

    await reopenTask({ ...asked(office.actor('chunhiem'), taskId), reason: 'Cần bổ sung số liệu' })
    const successor = await newPerson()
    await newPost(office, successor, { role: 'UNIT_HEAD', unitId: successorId })
    const result = { ...asked(await actorOf(successor), lead.id), result: { text: 'Đã bổ sung' }, files: [] }
    await expect(reportResult(result)).resolves.toMatchObject({ repeated: false })
  })
})

describe('a report of a past day', () => {
  test('has the work with whom it was then, whoever has taken it over since', async () => {
    const former = await unitWithPeople(office)
    const successorId = await newUnit()
    const yesterday = daysAfter(today, -1)
    const { taskIds } = await enteredDirective(office, { tasks: [{ leadUnitId: former.unitId }] })
    const at = new Date(`${yesterday}T02:00:00Z`)
    await issueTask({ ...asked(office.actor('chunhiem'), taskIds[0]!), at })
    await carryOutHandover(await unitsOrder(office, { unitIds: [former.unitId], successorId }), new Date())

    const principals = principalsOf(office.actor('tonghop1'))
    const partsOf = async (unitId: string, to: string) => {
      const parts = await partsAsOf({ period: { from: yesterday, to }, principals, unitId })
      return parts.length
    }
    expect([await partsOf(former.unitId, yesterday), await partsOf(successorId, yesterday)]).toEqual([1, 0])
    expect([await partsOf(former.unitId, today), await partsOf(successorId, today)]).toEqual([0, 1])
  })
})
