import { beforeAll, describe, expect, it } from 'vitest'
import { grantExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { editedTaskSchema, type TaskInput, taskSchema } from '#app/directives/forms.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { readDraft } from '#app/directives/draft.server.ts'
import { editTask } from '#app/directives/edit-task.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { changeDueDay, resumeTask, suspendTask } from '#app/directives/task-acts.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { db } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { dueDayHistoryWords } from './due-day-history-words.ts'
import { explainDueDay } from './explain-due-day.server.ts'

const reason = 'Theo ý kiến của lãnh đạo'
/** A Monday, at eight and half a minute past seven minutes past ten in the office. */
const AT_EIGHT = new Date('2026-11-23T01:00:00Z')
const AT_TEN = new Date('2026-11-23T03:07:33Z')

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

async function flashTask(task: Partial<TaskInput>, at = AT_EIGHT): Promise<{ taskId: string; leadId: string }> {
  const { taskIds } = await enteredDirective(office, { tasks: [{ urgency: 'FLASH', dueOn: '2026-11-23', ...task }] })
  const taskId = taskIds[0]!
  await issueTask({ ...asked(office.actor('chunhiem'), taskId), at })
  const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId }, role: 'LEAD' } })
  await receiveAssignment({ ...asked(office.actor('truong.tttt'), lead.id), at })
  return { taskId, leadId: lead.id }
}

async function dueOf(subjectId: string): Promise<string> {
  const { dueOn, dueHour } = await db.deadline.findUniqueOrThrow({ where: { subjectId } })
  const items = await db.workItem.findMany({ where: { subjectId, settledAt: null } })
  expect(items.map((item) => item.dueHour)).toEqual(items.map(() => dueHour))
  return [dueOn.toISOString().slice(0, 10), dueHour].filter(Boolean).join(' ')
}

async function linesOf(taskId: string, locale: 'vi' | 'en'): Promise<string[]> {
  const actor = office.actor('tonghop1')
  const page = await readTaskPage({ taskId, actor, principals: principalsOf(actor), today: '2026-11-23' })
  return dueDayHistoryWords(page.dueDay!, translateFor(locale)).map(({ words }) => words)
}

describe('hours counted from the moment of issue', () => {
  const counted = { dueOn: undefined, dueKind: 'HOURS', dueHours: 4 } as const

  it('come to a moment, which opens as its derivation in either language', async () => {
    const { taskId, leadId } = await flashTask(counted, AT_TEN)
    expect([await dueOf(taskId), await dueOf(leadId)]).toEqual(['2026-11-23 14:07', '2026-11-23 14:07'])
    expect((await linesOf(taskId, 'vi')).slice(1)).toEqual([
      '4 giờ, kể cả đêm và ngày nghỉ, tính từ 10:07 ngày Thứ Hai 23/11/2026',
      'Hạn: 14:07 ngày Thứ Hai 23/11/2026',
    ])
    expect((await linesOf(taskId, 'en')).slice(1)).toEqual([
      '4 hour(s), nights and days off included, from 10:07 on Monday 23/11/2026',
      'Due: 14:07 on Monday 23/11/2026',
    ])
    expect(await explainDueDay(taskId, translateFor('en'))).toMatchObject({ dueOn: '2026-11-23', dueHour: '14:07' })
  })

  it.each([
    ['other work than flash', { urgency: 'VERY_URGENT' }, ['dueKind', 'calendar:hoursAreForFlash']],
    ['no number', { dueHours: undefined }, ['dueHours', 'calendar:hoursMissing']],
  ])('are refused with %s', (_, change, [field, message]) => {
    const task = { content: 'Báo cáo', leadUnitId: office.unitId('TTTT'), urgency: 'FLASH', ...counted, ...change }
    expect(taskSchema.safeParse(task).error!.issues).toMatchObject([{ path: [field], message }])
  })

  it('are edited in the draft as they were chosen', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{ urgency: 'FLASH', ...counted }] })
    const draft = await readDraft(taskIds[0]!, principalsOf(office.actor('tonghop1')))
    expect(draft).toMatchObject({ dueKind: 'HOURS', dueHours: 4 })
  })
})

describe('an hour said beside the day', () => {
  it('is that of every part due on that day, and of none due before', async () => {
    const { taskId, leadId } = await flashTask({
      dueOn: '2026-11-25',
      dueHour: '15:00',
      supporters: [
        { unitId: office.unitId('KHTC'), dueOn: '2026-11-25' },
        { unitId: office.unitId('VP'), dueOn: '2026-11-24' },
      ],
    })
    const head = office.actor('truong.tttt')
    const officer = office.actor('chuyenvien1.tttt')
    const delegates = [{ holder: `person:${officer.personId}`, dueOn: '2026-11-25' }]
    await handOn({ ...asked(head, leadId), at: AT_EIGHT, delegates })
    const parts = await db.subject.findMany({ where: { rootId: taskId, kind: 'ASSIGNMENT' } })
    const due = await Promise.all(parts.map(({ id }) => dueOf(id)))
    expect(due.sort()).toEqual(['2026-11-24', '2026-11-25 15:00', '2026-11-25 15:00', '2026-11-25 15:00'])
  })

  it('falls away where the work is flash no more', async () => {
    const { taskIds } = await enteredDirective(office, {
      tasks: [{ urgency: 'FLASH', dueOn: '2026-11-25', dueHour: '15:00' }],
    })
    const secretary = office.actor('tonghop1')
    const draft = await readDraft(taskIds[0]!, principalsOf(secretary))
    expect(draft).toMatchObject({ dueOn: '2026-11-25', dueHour: '15:00' })
    const task = editedTaskSchema.parse({ ...draft, expectedProduct: undefined, field: undefined, urgency: 'URGENT' })
    await editTask({ ...asked(secretary, taskIds[0]!), task })
    expect(await db.deadline.findUniqueOrThrow({ where: { subjectId: taskIds[0]! } })).toMatchObject({ dueHour: null })
  })

  it('stays the same hour of a later day after a suspension', async () => {
    const { taskId, leadId } = await flashTask({ dueOn: '2026-11-25', dueHour: '15:00' })
    const secretary = office.actor('tonghop1')
    await suspendTask({ ...asked(secretary, taskId), at: AT_EIGHT, reason })
    await resumeTask({ ...asked(secretary, taskId), at: new Date('2026-11-25T01:00:00Z') })
    expect([await dueOf(taskId), await dueOf(leadId)]).toEqual(['2026-11-27 15:00', '2026-11-27 15:00'])
    expect((await linesOf(taskId, 'vi')).at(-2)).toMatch(
      /: 15:00 ngày Thứ Tư 25\/11\/2026 → 15:00 ngày Thứ Sáu 27\/11\/2026$/,
    )
  })

  it('falls away where the day is changed or put off, and the derivation says so', async () => {
    const { taskId, leadId } = await flashTask({ dueOn: '2026-11-25', dueHour: '15:00' })
    const secretary = office.actor('tonghop1')
    await changeDueDay({ ...asked(secretary, taskId), at: AT_EIGHT, dueOn: '2026-11-25', reason })
    expect([await dueOf(taskId), await dueOf(leadId)]).toEqual(['2026-11-25', '2026-11-25'])
    expect((await linesOf(taskId, 'vi')).at(-2)).toMatch(/: 15:00 ngày Thứ Tư 25\/11\/2026 → Thứ Tư 25\/11\/2026$/)
    const another = await flashTask({ dueOn: '2026-11-25', dueHour: '15:00' })
    const more = { at: AT_EIGHT, dueOn: '2026-11-27', reason }
    await requestExtension({ ...asked(office.actor('truong.tttt'), another.leadId), ...more })
    const request = await db.subject.findFirstOrThrow({
      where: { parentId: another.leadId, kind: 'EXTENSION_REQUEST' },
    })
    await grantExtension({ ...asked(office.actor('chunhiem'), request.id), at: AT_EIGHT, dueOn: '2026-11-27' })
    expect([await dueOf(another.taskId), await dueOf(another.leadId)]).toEqual(['2026-11-27', '2026-11-27'])
  })
})
