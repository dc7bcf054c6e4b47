import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grantExtension, refuseExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked } from '#test/factories/directives.ts'
import { heldByOfficer, remindBy, sweepOn, toldOn } from '#test/factories/reminded.ts'
import { usualPolicy } from './usual-policy.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
  await remindBy(office, usualPolicy)
})
beforeEach(async () => {
  // Of what other tests began nothing is open any more.
  await db.workItem.updateMany({ where: { settledAt: null }, data: { settledAt: new Date() } })
})

describe('what nobody does', () => {
  it('goes from the officer up to the secretariat, one level after another', async () => {
    await heldByOfficer(office)
    expect(await toldOn('2030-05-28')).toEqual([])
    expect(await toldOn('2030-05-29')).toEqual(['chuyenvien1.tttt reminderBefore 5'])
    expect(await toldOn('2030-06-04')).toEqual(['chuyenvien1.tttt reminderBefore 1'])
    expect(await toldOn('2030-06-05')).toEqual(['chuyenvien1.tttt reminderOnDay'])
    expect(await toldOn('2030-06-06')).toEqual(['chuyenvien1.tttt overdue 1 HOLDER'])
    expect(await toldOn('2030-06-07')).toEqual(['pho.tttt overdue 2 HEAD', 'truong.tttt overdue 2 HEAD'])
    expect(await toldOn('2030-06-12')).toEqual([expect.stringMatching(/^(phochunhiem\d?|chunhiem) overdue 5 LEADER$/)])
    expect(await toldOn('2030-06-19')).toEqual(['tonghop1 overdue 10 SECRETARIAT'])
  })

  it('is told once, however often and by however many it is looked through', async () => {
    const { partId: subjectId } = await heldByOfficer(office)
    await Promise.all([sweepOn('2030-06-05'), sweepOn('2030-06-05'), sweepOn('2030-06-05')])
    expect(await db.reminder.count({ where: { workItem: { subjectId }, told: true } })).toBe(1)
    expect(await db.notice.count({ where: { subjectId } })).toBe(1)
    expect(await toldOn('2030-06-05')).toEqual([])
  })

  it('is told at its furthest level only, after a long time in which nobody looked', async () => {
    await heldByOfficer(office)
    expect(await toldOn('2030-06-13')).toEqual([expect.stringContaining('overdue 6 LEADER')])
    expect(await toldOn('2030-06-14')).toEqual([])
  })
})

describe('nobody is told', () => {
  it('on days off, nor before the office wakes', async () => {
    await heldByOfficer(office)
    expect(await toldOn('2030-06-08')).toEqual([])
    expect(await toldOn('2030-06-10', '06:30')).toEqual([])
    expect(await toldOn('2030-06-10')).not.toEqual([])
  })

  it('of what was settled', async () => {
    const { partId } = await heldByOfficer(office)
    const result = { text: 'Đã xong' }
    await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), partId), result, files: [] })
    // The head owes the review by the day of the unit's part.
    expect(await toldOn('2030-06-07')).toEqual([])
    expect(await toldOn('2030-06-27')).toEqual([
      'pho.tttt reminderBefore 1',
      'pho.tttt reminderBefore 1',
      'truong.tttt reminderBefore 1',
      'truong.tttt reminderBefore 1',
    ])
  })

  it('while an act is at work on the task; what is left then is found by the next run', async () => {
    const { taskId } = await heldByOfficer(office)
    await transaction('an act', async (tx) => {
      await tx.$queryRaw`select from subject where id = ${taskId}::uuid for update`
      expect(await toldOn('2030-06-05')).toEqual([])
    })
    expect(await toldOn('2030-06-05')).toEqual(['chuyenvien1.tttt reminderOnDay'])
  })

  it('who has asked for more time; once that is refused, the furthest stage that came meanwhile', async () => {
    const { partId } = await heldByOfficer(office)
    const [officer, head] = [office.actor('chuyenvien1.tttt'), office.actor('truong.tttt')]
    await requestExtension({ ...asked(officer, partId), dueOn: '2030-06-20', reason: 'Chờ số liệu' })
    // It is the head who has something to do by that day: to decide.
    expect(await toldOn('2030-06-05')).toEqual(['pho.tttt reminderOnDay', 'truong.tttt reminderOnDay'])
    const request = await db.subject.findFirstOrThrow({ where: { parentId: partId } })
    await refuseExtension({ ...asked(head, request.id), reason: 'Đủ số liệu' })
    expect(await toldOn('2030-06-07')).toEqual(['pho.tttt overdue 2 HEAD', 'truong.tttt overdue 2 HEAD'])
  })

  it('by the old day, once another is granted', async () => {
    const { partId } = await heldByOfficer(office)
    const [officer, head] = [office.actor('chuyenvien1.tttt'), office.actor('truong.tttt')]
    expect(await toldOn('2030-06-05')).toHaveLength(1)
    await requestExtension({ ...asked(officer, partId), dueOn: '2030-06-19', reason: 'Chờ số liệu' })
    const request = await db.subject.findFirstOrThrow({ where: { parentId: partId } })
    await grantExtension({ ...asked(head, request.id), dueOn: '2030-06-19' })
    expect(await toldOn('2030-06-11')).toEqual([])
    expect(await toldOn('2030-06-12')).toEqual(['chuyenvien1.tttt reminderBefore 5'])
  })

  it('where no policy is in force', async () => {
    await db.reminder.deleteMany()
    await db.reminderPolicy.deleteMany()
    await heldByOfficer(office)
    expect(await toldOn('2030-06-05')).toEqual([])
    await remindBy(office, usualPolicy)
    expect(await toldOn('2030-06-05')).toHaveLength(1)
  })
})
