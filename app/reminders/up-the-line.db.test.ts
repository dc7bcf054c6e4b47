import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendBack } from '#app/directives/simple-acts.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, issuedTask, passedUpTask } from '#test/factories/directives.ts'
import { heldByOfficer, remindBy, sweepOn, toldOn } from '#test/factories/reminded.ts'
import type { ReminderPolicy, Stage } from '#workflows/reminders/policy.ts'
import { remindedWork } from '#workflows/reminders/policy.ts'
import { usualPolicy } from './usual-policy.ts'

let office: DemoOffice

beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.workItem.updateMany({ where: { settledAt: null }, data: { settledAt: new Date() } })
  await remindBy(office, usualPolicy)
})

describe('who is told', () => {
  it('is every level whose day it is', async () => {
    await heldByOfficer(office)
    await remindBy(office, overdue({ HOLDER: 2, HEAD: 2, LEADER: 2 }))
    expect(await toldOn('2030-06-07')).toEqual([
      'chuyenvien1.tttt overdue 2 HOLDER',
      'pho.tttt overdue 2 HEAD',
      expect.stringMatching(/^(phochunhiem\d?|chunhiem) overdue 2 LEADER$/),
      'truong.tttt overdue 2 HEAD',
    ])
  })

  it('is the head of the unit that has the work, wherever the officer works now', async () => {
    await heldByOfficer(office)
    const { personId } = office.actor('chuyenvien1.tttt')
    const [post] = await db.post.findMany({ where: { personId, role: 'OFFICER' } })
    await db.post.update({ where: { id: post!.id }, data: { unitId: office.unitId('KHTC') } })
    expect(await toldOn('2030-06-07')).toEqual(['pho.tttt overdue 2 HEAD', 'truong.tttt overdue 2 HEAD'])
    await db.post.update({ where: { id: post!.id }, data: { unitId: office.unitId('TTTT') } })
  })

  it('is each superior once, though two owe the same', async () => {
    // The leader accepts, the follower prepares it: the follower is told as such, and once more for the secretariat.
    const { taskId } = await passedUpTask(office)
    const due = new Set<string>()
    for (const { dueOn } of await db.workItem.findMany({ where: { rootId: taskId, kind: 'ACCEPT' } })) {
      due.add(dueOn!.toISOString().slice(0, 10))
    }
    expect([...due]).toEqual(['2030-06-30'])
    // Above them nobody has a part in it: the head of the follower's unit may not even see it.
    expect(await toldOn('2030-07-02')).toEqual(['tonghop1 overdue 2 HEAD'])
    expect(await toldOn('2030-07-05')).toEqual(['chunhiem overdue 5 LEADER'])
    expect(await toldOn('2030-07-12')).toEqual(['tonghop1 overdue 10 SECRETARIAT'])
  })

  it('is the secretariat, where the follower works here no longer', async () => {
    const { taskId } = await issuedTask(office)
    const { followerId } = await db.task.findUniqueOrThrow({ where: { id: taskId } })
    await db.post.updateMany({ where: { personId: followerId }, data: { validTo: toDayColumn('2030-07-01') } })
    const told = await toldOn('2030-07-12')
    await db.post.updateMany({ where: { personId: followerId }, data: { validTo: null } })
    expect(told.length).toBeGreaterThan(0)
    expect(told.join()).not.toContain('tonghop1')
    expect(told.every((line) => line.endsWith('overdue 10 SECRETARIAT'))).toBe(true)
  })
})

describe('what is told', () => {
  it('is told anew of work that was sent back, by the same day', async () => {
    const { partId } = await heldByOfficer(office)
    expect(await toldOn('2030-06-06')).toEqual(['chuyenvien1.tttt overdue 1 HOLDER'])
    const result = { text: 'Đã xong' }
    await reportResult({ ...asked(office.actor('chuyenvien1.tttt'), partId), result, files: [] })
    await sendBack({ ...asked(office.actor('truong.tttt'), partId), reason: 'Thiếu số liệu' })
    expect(await toldOn('2030-06-06')).toEqual(['chuyenvien1.tttt overdue 1 HOLDER'])
    expect(await toldOn('2030-06-06')).toEqual([])
  })

  it('is not told again because the policy has changed', async () => {
    await heldByOfficer(office)
    expect(await toldOn('2030-06-07')).toHaveLength(2)
    await remindBy(office, overdue({ HOLDER: 1, HEAD: 1, LEADER: 3 }))
    expect(await toldOn('2030-06-07')).toEqual([])
    expect(await toldOn('2030-06-10')).toEqual([expect.stringContaining('overdue 3 LEADER')])
  })

  it('is told of all others, where one cannot be', async () => {
    const broken = await heldByOfficer(office)
    const { id: policyId } = await db.reminderPolicy.findFirstOrThrow()
    const item = await db.workItem.findFirstOrThrow({ where: { subjectId: broken.partId, settledAt: null } })
    const unreadable = { id: item.id, rootId: item.rootId, workItemId: item.id, causeKey: 'x', stage: 'nonsense' }
    await db.reminder.create({ data: { ...unreadable, dueOn: item.dueOn!, told: true, policyId, at: new Date() } })
    const other = await heldByOfficer(office)
    await expect(sweepOn('2030-06-06')).rejects.toThrow()
    expect(await db.reminder.count({ where: { workItem: { subjectId: other.partId } } })).toBeGreaterThan(0)
    await db.reminder.deleteMany({ where: { stage: 'nonsense' } })
  })
})

/** Every kind of work goes up the line after so many working days. */
function overdue(after: Partial<Record<'HOLDER' | 'HEAD' | 'LEADER', number>>): ReminderPolicy {
  const levels = ['HOLDER', 'HEAD', 'LEADER'] as const
  const stages = levels.flatMap((tells): Stage[] =>
    after[tells] ? [{ kind: 'OVERDUE', workingDays: after[tells], tells }] : [],
  )
  return { rules: [{ work: [...remindedWork], urgencies: ['NORMAL'], stages }] }
}
