import { beforeAll, beforeEach, expect, test } from 'vitest'
import { issueTask } from '#app/directives/simple-acts.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { type DemoOffice, demoOffice } from '#test/factories/demo-office.ts'
import { asked, enteredDirective } from '#test/factories/directives.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { lookAtEdit } from './calendar-look.server.ts'
import { changeCalendar, type ChangeOutcome } from './change-calendar.server.ts'
import { moveDueDays } from './move-due-days.server.ts'
import { calendarByLaw } from './working-calendar.server.ts'

const today = officeDay(new Date())
const workdays = Array.from({ length: 40 }, (_, index) => daysAfter(today, index + 1)).filter((day) =>
  isWorkingDay(calendarByLaw(today), day),
)
const due = (days: number) => workdays[days - 1]!

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.calendarDay.deleteMany()
  await db.subject.updateMany({ where: { settledAt: null }, data: { settledAt: new Date() } })
})

test('a task that cannot be moved holds back no other, and the order stays open until it is', async () => {
  const [first, second, third] = [await issued(), await issued(), await issued()]
  const { changeId } = await changeCalendar({ ...act(), ...(await look()) })
  const { workflowVersion } = await db.subject.findUniqueOrThrow({ where: { id: first } })
  await db.subject.update({ where: { id: first }, data: { workflowVersion: 99 } })
  await expect(moveDueDays(changeId!, new Date())).rejects.toThrow('1 did not move')
  expect([await dueDayOf(second), await dueDayOf(third)]).toEqual([due(11), due(11)])
  expect((await db.calendarChange.findUniqueOrThrow({ where: { id: changeId! } })).finishedAt).toBeNull()

  await db.subject.update({ where: { id: first }, data: { workflowVersion } })
  await moveDueDays(changeId!, new Date())
  expect(await dueDayOf(first)).toBe(due(11))
  expect((await db.calendarChange.findUniqueOrThrow({ where: { id: changeId! } })).finishedAt).not.toBeNull()
})

test('a task issued in the moment of a change of the calendar is counted by it, or moved with it', async () => {
  const { taskIds } = await enteredDirective(office, { tasks: [tenDays] })
  const looked = await look()
  let changing: Promise<ChangeOutcome> | undefined
  let issuing: Promise<unknown> | undefined
  await transaction('hold what an act writes', async (tx) => {
    await tx.$executeRaw`lock table work_item in share mode`
    issuing = issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
    await waitsFor('work_item')
    changing = changeCalendar({ ...act(), ...looked })
    await Promise.race([changing, waitsFor('advisory')])
  })
  await issuing
  let outcome = await changing!
  // Told that what it looked at is another by now, the administrator looks again.
  if (!outcome.wasDone) outcome = await changeCalendar({ ...act(), ...(await look()) })
  if (outcome.changeId) await moveDueDays(outcome.changeId, new Date())
  expect(await dueDayOf(taskIds[0]!)).toBe(due(11))
})

const tenDays = { dueOn: undefined, dueKind: 'WORKING_DAYS', dueDays: 10 } as const

async function issued(): Promise<string> {
  const { taskIds } = await enteredDirective(office, { tasks: [tenDays] })
  await issueTask(asked(office.actor('chunhiem'), taskIds[0]!))
  return taskIds[0]!
}

function act() {
  return { by: office.actor('quantri'), address: null, at: new Date() }
}

function look() {
  const day = { day: due(5), kind: 'OFF' as const, source: 'Thông báo 9/TB-BNV', holiday: null }
  return lookAtEdit({ ...act(), edit: { put: [day], removed: [], mayReplace: false } })
}

async function dueDayOf(taskId: string): Promise<Day> {
  const { dueOn } = await db.deadline.findUniqueOrThrow({ where: { subjectId: taskId } })
  return fromDayColumn(dueOn)
}

/** Until another transaction waits for a lock on the table, or for an advisory one. */
async function waitsFor(what: 'work_item' | 'advisory'): Promise<void> {
  for (;;) {
    const [found] = await db.$queryRaw<{ waits: boolean }[]>`
      select exists (select from pg_locks left join pg_class on pg_class.oid = relation
        where not granted and database = (select oid from pg_database where datname = current_database())
          and (relname = ${what} or locktype = ${what})) as waits`
    if (found!.waits) return
  }
}
