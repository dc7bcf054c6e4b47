import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeDueDay } from '#app/directives/task-acts.server.ts'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import type { CalendarEdit } from './calendar-forms.ts'
import { lookAtEdit } from './calendar-look.server.ts'
import { changeCalendar } from './change-calendar.server.ts'
import { moveDueDays } from './move-due-days.server.ts'
import { readCalendarChange } from './read-calendar-change.server.ts'
import { calendarByLaw } from './working-calendar.server.ts'

const today = officeDay(new Date())
/** The working days by law from tomorrow on; the nth is due n working days after today. */
const workdays = Array.from({ length: 120 }, (_, index) => daysAfter(today, index + 1)).filter((day) =>
  isWorkingDay(calendarByLaw(today), day),
)
const due = (days: number) => workdays[days - 1]!
const SOURCE = 'Thông báo 9/TB-BNV'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.calendarDay.deleteMany()
  // What an earlier test has issued is not open any more.
  await db.subject.updateMany({ where: { settledAt: null }, data: { settledAt: new Date() } })
})

describe('a day off more', () => {
  test('moves what counts over it, as it was looked at, with one step in the history and every open item', async () => {
    const supporters = [{ unitId: office.unitId('KHTC') }]
    const counted = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 10, supporters })
    const before = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 3 })
    const fixed = await issuedFor({ dueOn: due(10) })
    const byHand = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 10 })
    await setByHand(byHand, due(12))

    const look = await lookAt(announcing(due(5)))
    const group = look.moving.find(({ from, to }) => from === due(10) && to === due(11))
    expect(group).toMatchObject({ rule: { kind: 'WORKING_DAYS', days: 10 }, startOn: today, tasks: 1 })
    const { changeId } = await changeCalendar({ ...act(), ...look })
    expect(await dueDayOf(counted)).toBe(due(10))
    await moveDueDays(changeId!, new Date())

    expect(await readCalendarChange(office.organId, changeId!)).toMatchObject({
      source: SOURCE,
      isFinished: true,
      listed: look.total,
      tried: look.total,
      stays: 0,
    })
    expect(await dueDayOf(counted)).toBe(due(11))
    for (const [taskId, day] of [
      [before, due(3)],
      [fixed, due(10)],
      [byHand, due(12)],
    ] as const) {
      expect(await dueDayOf(taskId)).toBe(day)
    }
    const steps = await db.step.findMany({ where: { rootId: counted, event: 'calendarChanged' } })
    expect(steps).toMatchObject([
      {
        actorId: office.actor('quantri').personId,
        payload: { dueOn: due(11), source: SOURCE, changed: [{ from: due(10), to: due(11) }, { from: due(10) }] },
      },
    ])
    // As by hand: the lead goes with the task, who supports is due as they were.
    expect(await openDays(counted)).toEqual(new Set([due(10), due(11)]))
    expect((await verifyLog(db)).firstBreak).toBeNull()
    await expect(lookAt({ ...removing(due(5)) })).resolves.toMatchObject({ total: look.total })
  })

  test('taken away again moves them back', async () => {
    const taskId = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 20 })
    await carryOut(announcing(due(15)))
    expect(await dueDayOf(taskId)).toBe(due(21))
    await carryOut(removing(due(15)))
    expect(await dueDayOf(taskId)).toBe(due(20))
    expect(await openDays(taskId)).toEqual(new Set([due(20)]))
  })

  test('moves nothing twice, however often its job runs', async () => {
    const taskId = await issuedFor({ dueKind: 'CALENDAR_DAYS', dueDays: daysUntil(due(24)) })
    const changeId = await carryOut(announcing(due(24)))
    expect(await dueDayOf(taskId)).toBe(due(25))
    await db.calendarChange.update({ where: { id: changeId }, data: { finishedAt: null } })
    await Promise.all([moveDueDays(changeId, new Date()), moveDueDays(changeId, new Date())])
    // As if it had been killed after the task was written and before that was noted: it is elsewhere by then.
    await db.calendarChangeTask.updateMany({ where: { changeId }, data: { moved: null } })
    await db.calendarChange.update({ where: { id: changeId }, data: { finishedAt: null } })
    await moveDueDays(changeId, new Date())
    expect(await db.step.count({ where: { rootId: taskId, event: 'calendarChanged' } })).toBe(1)
  })
})

describe('a task changed meanwhile', () => {
  test('is looked at again when it was changed after the look', async () => {
    const taskId = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 30 })
    const look = await lookAt(announcing(due(28)))
    await setByHand(taskId, due(33))
    expect(await changeCalendar({ ...act(), ...look })).toEqual({ wasDone: false, changeId: null })
    expect(await db.calendarDay.count({ where: { day: new Date(due(28)) } })).toBe(0)
    // The same approval, of a new look, is not taken for one that was carried out.
    const again = await lookAt(announcing(due(28)))
    expect(await changeCalendar({ ...act(), ...again, requestKey: look.requestKey })).toMatchObject({ wasDone: true })
    expect(await dueDayOf(taskId)).toBe(due(33))
  })

  test('keeps its day when it was changed after the approval', async () => {
    const taskId = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 40 })
    const { changeId } = await changeCalendar({ ...act(), ...(await lookAt(announcing(due(38)))) })
    await setByHand(taskId, due(45))
    await moveDueDays(changeId!, new Date())
    expect(await dueDayOf(taskId)).toBe(due(45))
    expect(await readCalendarChange(office.organId, changeId!)).toMatchObject({ stays: 1 })
  })
})

test('an approval sent twice is carried out once', async () => {
  await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 50 })
  const look = await lookAt(announcing(due(49)))
  const [first, second] = [await changeCalendar({ ...act(), ...look }), await changeCalendar({ ...act(), ...look })]
  expect(first.changeId).not.toBeNull()
  expect(second).toEqual(first)
  expect(
    await db.outboxMessage.count({
      where: { job: 'calendar.moveDueDays', payload: { equals: { changeId: first.changeId! } } },
    }),
  ).toBe(1)
})

test('nobody becomes late by the calendar alone, and no day passes the outside assigner’s', async () => {
  const late = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 1 })
  await carryOut(announcing(due(1)))
  expect(await dueDayOf(late)).toBe(due(2))
  const at = new Date(Date.parse(`${due(2)}T02:00:00Z`))
  const look = await lookAtEdit({ ...act(), at, edit: removing(due(1)) })
  expect(look.moving.some(({ to }) => to < due(2))).toBe(false)

  const outer = await issuedFor({ dueKind: 'WORKING_DAYS', dueDays: 60 })
  const { dueOn: outerDueOn } = await db.deadline.findUniqueOrThrow({ where: { subjectId: outer } })
  expect((await lookAt(announcing(due(58)))).total).toBe(1)
  await db.task.update({ where: { id: outer }, data: { outerDueOn } })
  expect((await lookAt(announcing(due(58)))).total).toBe(0)
})

function act() {
  return { by: office.actor('quantri'), address: null, at: new Date() }
}

function announcing(day: Day): CalendarEdit {
  return { put: [{ day, kind: 'OFF', source: SOURCE, holiday: null }], removed: [], mayReplace: false }
}

function removing(day: Day): CalendarEdit {
  return { put: [], removed: [day], mayReplace: false }
}

function lookAt(edit: CalendarEdit) {
  return lookAtEdit({ ...act(), edit })
}

async function carryOut(edit: CalendarEdit): Promise<string> {
  const { changeId } = await changeCalendar({ ...act(), ...(await lookAt(edit)) })
  await moveDueDays(changeId!, new Date())
  return changeId!
}

type Task = NonNullable<NonNullable<Parameters<typeof enteredDirective>[1]>['tasks']>[number]

async function issuedFor(task: Task): Promise<string> {
  const { taskIds } = await enteredDirective(office, { tasks: [{ dueOn: undefined, ...task }] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  return taskIds[0]!
}

async function setByHand(taskId: string, dueOn: Day): Promise<void> {
  await changeDueDay({ ...asked(office.actor('chunhiem'), taskId), dueOn, reason: 'Theo ý kiến lãnh đạo' })
}

async function dueDayOf(taskId: string): Promise<Day> {
  return fromDayColumn((await db.deadline.findUniqueOrThrow({ where: { subjectId: taskId } })).dueOn)
}

async function openDays(taskId: string): Promise<Set<Day | null>> {
  const items = await db.workItem.findMany({ where: { rootId: taskId, settledAt: null } })
  return new Set(items.map(({ dueOn }) => dueOn && fromDayColumn(dueOn)))
}

function daysUntil(day: Day): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
}
