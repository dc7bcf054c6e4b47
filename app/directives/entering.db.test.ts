import { beforeAll, describe, expect, test } from 'vitest'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { principalsOf } from '#workflows/actor.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { readDraft } from './draft.server.ts'
import { editTask } from './edit-task.server.ts'
import { directiveSchema } from './forms.ts'
import { listTasks } from './task-list.server.ts'
import { issueTask } from './simple-acts.server.ts'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

const issued = async (taskId: string) => {
  await issueTask(asked(office.actor('chunhiem'), taskId))
  return db.subject.findMany({
    where: { parentId: taskId },
    include: { assignment: true, deadline: true },
    orderBy: { id: 'asc' },
  })
}

describe('supporting units', () => {
  test('get an assignment each when the task is issued, due with the lead where no day of their own was said', async () => {
    const [first, second] = [office.unitId('KHTC'), office.unitId('TCCB')]
    const supporters = [{ unitId: first, dueOn: '2030-05-31' }, { unitId: second }]
    const { taskIds } = await enteredDirective(office, { tasks: [{ supporters }] })
    const parts = await issued(taskIds[0]!)
    expect(
      parts.map(({ assignment, deadline }) => [assignment!.role, assignment!.unitId, fromDayColumn(deadline!.dueOn)]),
    ).toEqual(
      expect.arrayContaining([
        ['LEAD', office.unitId('TTTT'), '2030-06-30'],
        ['SUPPORT', first, '2030-05-31'],
        ['SUPPORT', second, '2030-06-30'],
      ]),
    )
  })

  test('are changed with the draft', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{ supporters: [{ unitId: office.unitId('KHTC') }] }] })
    const by = office.actor('tonghop1')
    const unitId = office.unitId('TCCB')
    await editTask({
      ...asked(by, taskIds[0]!),
      task: {
        content: 'Nội dung khác',
        leadUnitId: office.unitId('TTTT'),
        urgency: 'NORMAL',
        dueOn: '2030-06-30',
        openEnded: false,
        supporters: [{ unitId, dueOn: '2030-06-01' }],
        directingLeaderId: office.actor('chunhiem').personId,
        followerId: by.personId,
        restricted: false,
        namedPersonIds: [],
      },
    })
    const draft = await readDraft(taskIds[0]!, principalsOf(by))
    expect(draft.supporters).toEqual([{ unitId, dueOn: '2030-06-01' }])
  })

  const task = {
    content: 'Nội dung',
    leadUnitId: '00000000-0000-7000-8000-000000000001',
    urgency: 'NORMAL',
    dueOn: '2030-06-30',
    openEnded: false,
  }
  const other = '00000000-0000-7000-8000-000000000002'
  test.each([
    ['support themselves', { supporters: [{ unitId: task.leadUnitId }] }, 'directives:errors.unitTwice'],
    ['support twice', { supporters: [{ unitId: other }, { unitId: other }] }, 'directives:errors.unitTwice'],
    [
      'be due after the lead',
      { supporters: [{ unitId: other, dueOn: '2030-07-01' }] },
      'directives:errors.supporterAfterLead',
    ],
    ['be due after the outer day', { outerDueOn: '2030-06-29' }, 'directives:errors.dueAfterOuter'],
    ['count no days', { dueOn: undefined, dueKind: 'WORKING_DAYS' }, 'directives:errors.dueDaysMissing'],
    ['be due on a day and by counting', { dueKind: 'WORKING_DAYS', dueDays: 5 }, 'directives:errors.dueDayTwice'],
    [
      'support what is restricted',
      { supporters: [{ unitId: other }], restricted: true },
      'directives:errors.restrictedSupporters',
    ],
  ])('cannot %s', (_, { restricted = false, ...changes }: Record<string, unknown>, message) => {
    const parsed = directiveSchema.safeParse({
      sourceKind: 'PLAN',
      issuingOrgan: 'Ủy ban Dân tộc',
      subject: 'Trích yếu',
      directingLeaderId: other,
      followerId: other,
      restricted,
      tasks: [{ ...task, ...changes }],
    })
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})

describe('a due day that counts from issue', () => {
  test('is found on the day of issue, over weekends, public holidays and announced days off, for the lead and its supporters', async () => {
    const today = officeDay(now())
    const organId = office.actor('chunhiem').organId
    const days = Array.from({ length: 40 }, (_, index) => daysAfter(today, index + 1))
    const workdays = days.filter((day) => isWorkingDay(calendarByLaw(today), day))
    await db.calendarDay.create({
      data: { organId, day: new Date(workdays[1]!), kind: 'OFF', source: 'Thông báo nghỉ lễ' },
    })
    const { taskIds } = await enteredDirective(office, {
      tasks: [
        { dueOn: undefined, dueKind: 'WORKING_DAYS', dueDays: 5, supporters: [{ unitId: office.unitId('KHTC') }] },
      ],
    })
    const parts = await issued(taskIds[0]!)
    const deadline = await db.deadline.findUniqueOrThrow({ where: { subjectId: taskIds[0]! } })
    expect(deadline.rule).toEqual({ kind: 'WORKING_DAYS', days: 5 })
    for (const each of [deadline, ...parts.map((part) => part.deadline!)]) {
      expect(fromDayColumn(each.dueOn)).toBe(workdays[5])
    }
  })
})

describe('one paragraph for many units', () => {
  test('makes a task for each, in one group', async () => {
    const otherLeadUnitIds = [office.unitId('KHTC'), office.unitId('TCCB'), office.unitId('TTTT')]
    const { taskIds } = await enteredDirective(office, { tasks: [{ otherLeadUnitIds }, {}] })
    const tasks = await db.task.findMany({ where: { id: { in: taskIds } }, orderBy: { position: 'asc' } })
    expect(tasks.map(({ leadUnitId }) => leadUnitId)).toEqual([
      office.unitId('TTTT'),
      office.unitId('KHTC'),
      office.unitId('TCCB'),
      office.unitId('TTTT'),
    ])
    const [first, ...rest] = tasks.map(({ groupId }) => groupId)
    expect(first).not.toBeNull()
    expect(rest).toEqual([first, first, null])
    const { rows } = await listTasks({
      filters: { group: first! },
      principals: principalsOf(office.actor('tonghop1')),
      today: officeDay(now()),
      page: 1,
    })
    expect(rows.map(({ id }) => id).sort()).toEqual(taskIds.slice(0, 3).sort())
  })

  test('goes to every unit of the first level', async () => {
    const { taskIds } = await enteredDirective(office, { tasks: [{ toAllUnits: true }] })
    expect(taskIds).toHaveLength(await db.unit.count({ where: { parentId: null } }))
  })
})
