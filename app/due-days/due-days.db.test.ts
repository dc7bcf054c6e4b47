import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { grantExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { changeDueDay, resumeTask, suspendTask } from '#app/directives/task-acts.server.ts'
import { readTaskPage } from '#app/directives/task-page.server.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { countStatements, statementsSoFar } from '#app/platform/statements.server.ts'
import { followCalendar } from '#app/workflow/follow-calendar.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective, issuedTask, supportedTask } from '#test/factories/directives.ts'
import { principalsOf } from '#workflows/actor.ts'
import { dueDayHistoryWords } from './due-day-history-words.ts'
import type { DueDayHistory } from './due-day-history.ts'
import { explainDueDay } from './explain-due-day.server.ts'

const reason = 'Theo ý kiến của lãnh đạo'
/** A Friday. */
const ISSUED_AT = new Date('2026-11-20T03:00:00Z')

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

async function countedTask(): Promise<{ taskId: string; leadId: string }> {
  const tasks = [{ dueKind: 'WORKING_DAYS', dueDays: 3, dueOn: undefined } as const]
  const { taskIds } = await enteredDirective(office, { tasks })
  const taskId = taskIds[0]!
  await issueTask({ ...asked(office.actor('chunhiem'), taskId), at: ISSUED_AT })
  const lead = await db.assignment.findFirstOrThrow({ where: { subject: { parentId: taskId } } })
  await receiveAssignment({ ...asked(office.actor('truong.tttt'), lead.id), at: ISSUED_AT })
  return { taskId, leadId: lead.id }
}

function pageOf(taskId: string, username = 'tonghop1') {
  const actor = office.actor(username)
  return readTaskPage({ taskId, actor, principals: principalsOf(actor), today: '2026-11-23' })
}

function linesOf(history: DueDayHistory | null, locale: 'vi' | 'en' = 'vi'): string[] {
  return dueDayHistoryWords(history!, translateFor(locale)).map(({ words }) => words)
}

async function dueOnOf(subjectId: string): Promise<string | undefined> {
  const deadline = await db.deadline.findUnique({ where: { subjectId } })
  return deadline?.dueOn.toISOString().slice(0, 10)
}

describe('a due day that was counted', () => {
  it('opens as its event, every day skipped with the reason, and its end', async () => {
    const { taskId } = await countedTask()
    const { dueDay, dueOn } = await pageOf(taskId)
    expect(dueOn).toBe('2026-11-26')
    expect(dueDayHistoryWords(dueDay!, translateFor('vi'))).toEqual([
      { words: expect.stringMatching(/^Giao nhiệm vụ Thứ Sáu 20\/11\/2026, /) as string, days: [] },
      {
        words: '3 ngày làm việc, tính từ ngày tiếp theo Thứ Sáu 20/11/2026',
        days: [
          { day: 'Thứ Bảy 21/11/2026 – Chủ nhật 22/11/2026', words: 'không tính: nghỉ hằng tuần' },
          { day: 'Thứ Hai 23/11/2026', words: 'ngày thứ 1' },
          { day: 'Thứ Ba 24/11/2026', words: 'không tính: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)' },
          { day: 'Thứ Tư 25/11/2026', words: 'ngày thứ 2' },
          { day: 'Thứ Năm 26/11/2026', words: 'ngày thứ 3' },
        ],
      },
      { words: 'Hạn: Thứ Năm 26/11/2026', days: [] },
    ])
  })

  it('says of a part that it is due with the task, in either language', async () => {
    const { taskId } = await countedTask()
    const [lead] = (await pageOf(taskId)).assignments
    expect(linesOf(lead!.dueDay, 'en')).toEqual([
      expect.stringMatching(/^Given on Friday 20\/11\/2026 by /),
      'Due with the task',
      'Due: Thursday 26/11/2026',
    ])
  })

  it('does not pretend to be counted by the calendar of today where that was announced since', async () => {
    const { taskId } = await countedTask()
    const day = toDayColumn('2026-11-25')
    await db.calendarDay.create({ data: { organId: office.organId, kind: 'OFF', day, source: 'Thông báo 9' } })
    const { dueDay } = await pageOf(taskId)
    await db.calendarDay.deleteMany()
    expect(linesOf(dueDay).slice(1)).toEqual([
      '3 ngày làm việc, tính từ ngày tiếp theo Thứ Sáu 20/11/2026; đếm theo lịch làm việc khi đó',
      'Hạn: Thứ Năm 26/11/2026',
    ])
  })
})

describe('a due day that moved', () => {
  it('tells suspension, change and extension in their order and ends on the day it has', async () => {
    const { taskId, leadId } = await countedTask()
    const secretary = office.actor('tonghop1')
    await suspendTask({ ...asked(secretary, taskId), at: new Date('2026-11-23T03:00:00Z'), reason })
    await resumeTask({ ...asked(secretary, taskId), at: new Date('2026-11-25T03:00:00Z') })
    await changeDueDay({ ...asked(secretary, taskId), at: ISSUED_AT, dueOn: '2026-12-10', reason })
    await requestExtension({ ...asked(office.actor('truong.tttt'), leadId), dueOn: '2026-12-31', reason })
    const { id: requestId } = await db.subject.findFirstOrThrow({
      where: { parentId: leadId, kind: 'EXTENSION_REQUEST' },
    })
    await grantExtension({ ...asked(office.actor('chunhiem'), requestId), dueOn: '2026-12-30' })
    const page = await pageOf(taskId)
    const lines = linesOf(page.dueDay)
    expect(lines.slice(2)).toEqual([
      'Tạm dừng từ Thứ Hai 23/11/2026 đến trước Thứ Tư 25/11/2026: 1 ngày làm việc',
      expect.stringMatching(/^Tiếp tục sau tạm dừng 25\/11\/2026, .*: Thứ Năm 26\/11\/2026 → Thứ Sáu 27\/11\/2026$/),
      expect.stringMatching(/^Điều chỉnh hạn 20\/11\/2026, .* → Thứ Năm 10\/12\/2026$/),
      expect.stringMatching(/^Gia hạn .*: Thứ Năm 10\/12\/2026 → Thứ Tư 30\/12\/2026$/),
      'Hạn: Thứ Tư 30/12/2026',
    ])
    expect(await dueOnOf(taskId)).toBe('2026-12-30')
    expect(linesOf(page.assignments[0]!.dueDay).slice(-4)).toEqual(lines.slice(-4))
  })

  it('moves with all its parts by the kind of days it was counted in', async () => {
    const { taskId, leadId } = await countedTask()
    const secretary = office.actor('tonghop1')
    // From a Friday over the weekend to Monday one working day was lost, though three days went by.
    await suspendTask({ ...asked(secretary, taskId), at: ISSUED_AT, reason })
    await resumeTask({ ...asked(secretary, taskId), at: new Date('2026-11-23T03:00:00Z') })
    expect([await dueOnOf(taskId), await dueOnOf(leadId)]).toEqual(['2026-11-27', '2026-11-27'])
    const { payload } = await db.step.findFirstOrThrow({ where: { subjectId: taskId, event: 'resume' } })
    expect(payload).not.toHaveProperty('laterDays')
  })

  it('with the calendar is counted anew before the eyes of the reader', async () => {
    const { taskId } = await countedTask()
    const day = { organId: office.organId, kind: 'OFF', day: toDayColumn('2026-11-25'), source: 'Thông báo 9' } as const
    await db.calendarDay.create({ data: day })
    const administrator = office.actor('quantri')
    await followCalendar({
      rootId: taskId,
      from: '2026-11-26',
      dueOn: '2026-11-27',
      source: day.source,
      orderedBy: { actor: administrator, postId: administrator.posts[0]!.id },
      at: ISSUED_AT,
      claim: () => Promise.resolve(true),
      note: () => Promise.resolve(),
    })
    const { dueDay } = await pageOf(taskId)
    await db.calendarDay.deleteMany()
    const lines = dueDayHistoryWords(dueDay!, translateFor('en'))
    expect(lines.slice(1).map(({ words }) => words)).toEqual([
      '3 working day(s), from the day after Friday 20/11/2026; counted by the calendar of that time',
      expect.stringMatching(/^Counted anew by the changed calendar .*: Thursday 26\/11\/2026 → Friday 27\/11\/2026$/),
      '3 working day(s), from the day after Friday 20/11/2026',
      'Due: Friday 27/11/2026',
    ])
    expect(lines[3]!.days).toContainEqual({
      day: 'Wednesday 25/11/2026',
      words: 'not counted: off by Thông báo 9',
    })
  })

  it('tells a supporting unit the day and nothing of who asked for more time, who gave it and when', async () => {
    const { taskId, leadId, supportId } = await supportedTask(office)
    await requestExtension({ ...asked(office.actor('truong.tttt'), leadId), dueOn: '2030-08-01', reason })
    const { id: requestId } = await db.subject.findFirstOrThrow({
      where: { parentId: leadId, kind: 'EXTENSION_REQUEST' },
    })
    await grantExtension({ ...asked(office.actor('chunhiem'), requestId), dueOn: '2030-07-15' })
    const page = await pageOf(taskId, 'truong.khtc')
    expect(linesOf(page.dueDay).slice(-2)).toEqual([
      'Nay được đặt là Thứ Hai 15/07/2030 (trước là Chủ nhật 30/06/2030)',
      'Hạn: Thứ Hai 15/07/2030',
    ])
    expect(page.dueDay!.changes).toEqual([
      { from: '2030-06-30', to: '2030-07-15', event: null, on: null, by: null, suspended: null, counted: null },
    ])
    expect(page.assignments.map(({ id }) => id)).toEqual([supportId])
  })
})

describe('a due day that was set', () => {
  it('says so, with the day off it fell on', async () => {
    const { taskId } = await issuedTask(office)
    expect(dueDayHistoryWords((await pageOf(taskId)).dueDay!, translateFor('vi'))[1]).toEqual({
      words: 'Hạn được ấn định, không đếm ngày',
      days: [{ day: 'Chủ nhật 30/06/2030', words: 'giữ nguyên dù là ngày nghỉ: nghỉ hằng tuần' }],
    })
  })

  it('of a draft, or where there is none, does not open', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{}, { openEnded: true, dueOn: undefined }] })
    await issueTask(asked(office.actor('chunhiem'), taskIds[1]!))
    for (const taskId of taskIds) expect((await pageOf(taskId)).dueDay).toBeNull()
  })
})

it('is told to the operator in the words of the page, of a task and of a part', async () => {
  const { taskId, leadId } = await countedTask()
  const t = translateFor('en')
  const page = await pageOf(taskId)
  expect(await explainDueDay(taskId, t)).toEqual({
    lines: dueDayHistoryWords(page.dueDay!, t),
    dueOn: '2026-11-26',
    dueHour: null,
  })
  const lead = await explainDueDay(leadId, t)
  expect(lead.lines).toEqual(dueDayHistoryWords(page.assignments[0]!.dueDay!, t))
})

it('is printed by the command in the language asked for, the day last', async () => {
  const { taskId } = await countedTask()
  const words = ['scripts/explain-deadline.ts', taskId, '--language', 'en']
  const { stdout } = await promisify(execFile)(process.execPath, words, { env: process.env })
  const lines = stdout.trim().split('\n')
  expect(lines[1]).toBe('3 working day(s), from the day after Friday 20/11/2026')
  expect(lines.slice(-2)).toEqual(['Due: Thursday 26/11/2026', 'due 2026-11-26'])
}, 60_000)

it('costs the page no statement of its own', async () => {
  const { taskId } = await countedTask()
  const statements = await countStatements(async () => {
    await pageOf(taskId)
    return statementsSoFar()
  })
  expect(statements).toBe(2)
})
