import { expect } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { fromDayColumn } from '#app/platform/day-column.ts'
import { db } from '#app/platform/db.server.ts'
import { levelOf, stageOf } from '#workflows/reminders/policy.ts'
import { KINDS_OF_OWING } from './expected-tellings.ts'
import type { PlainLine } from './plain-line.ts'

/** @param expected lines "day subject KIND holder due day stage". @returns how many were told */
export async function checkReminders(expected: string[]): Promise<number> {
  const reminders = await toldReminders()
  const lines = reminders.map(
    ({ at, dueOn, stage, workItem: { subjectId, kind, holder } }) =>
      `${officeDay(at)} ${subjectId} ${kind} ${holder} ${fromDayColumn(dueOn)} ${stage}`,
  )
  expect(lines.toSorted()).toEqual(expected)
  return lines.length
}

/** Every reminder and every act was told to the right people, once. @returns how many notices there are */
export async function checkTold(line: PlainLine, owedByActs: string[]): Promise<number> {
  const notices = await db.notice.findMany()
  const ofReminders = notices.filter(({ causeKey }) => causeKey.startsWith('reminder:'))
  const tasks = new Map((await db.task.findMany()).map((task) => [task.id, task]))
  const parts = Map.groupBy(
    await db.assignment.findMany({ include: { subject: true } }),
    ({ subject }) => subject.rootId,
  )
  const causes = Map.groupBy(await toldReminders(), ({ causeKey }) => causeKey)
  const expected = [...causes].flatMap(([causeKey, reminders]) => {
    const { rootId, stage } = reminders[0]!
    const { directingLeaderId: leaderId, followerId } = tasks.get(rootId)!
    const holders = reminders.map(({ workItem }) => workItem.holder)
    const unitIds = parts.get(rootId)!.flatMap(({ unitId }) => unitId ?? [])
    const people = line.told(levelOf(stageOf(stage)), { holders, leaderId, followerId, unitIds })
    return people.map((personId) => `${personId} ${causeKey}`)
  })
  expect(ofReminders.map(({ personId, causeKey }) => `${personId} ${causeKey}`).toSorted()).toEqual(expected.toSorted())
  const ofOwing = notices.filter(({ kind }) => KINDS_OF_OWING.includes(kind))
  expect(ofOwing.map(({ personId, rootId }) => `${personId} ${rootId}`).toSorted()).toEqual(owedByActs)
  return notices.length
}

function toldReminders() {
  return db.reminder.findMany({ where: { told: true }, include: { workItem: true } })
}
