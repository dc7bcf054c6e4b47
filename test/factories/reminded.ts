import { handOn } from '#app/directives/hand-on.server.ts'
import { issueTask, receiveAssignment } from '#app/directives/simple-acts.server.ts'
import { db } from '#app/platform/db.server.ts'
import { enterPolicy, putInForce } from '#app/reminders/policies.server.ts'
import { tellDueReminders } from '#app/reminders/tell-due.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { ReminderPolicy } from '#workflows/reminders/policy.ts'
import type { DemoOffice } from './demo-office.ts'
import { asked, enteredDirective } from './directives.ts'

/** A Wednesday and a Friday with no holiday near them. */
const PART_DUE = '2030-06-05'
const TASK_DUE = '2030-06-28'

/** Due on 28 June 2030; received by the head, handed on and received by an officer, whose part is due on the 5th. */
export async function heldByOfficer(office: DemoOffice): Promise<{ taskId: string; partId: string }> {
  const { taskIds } = await enteredDirective(office, { tasks: [{ dueOn: TASK_DUE }] })
  const taskId = taskIds[0]!
  const head = office.actor('truong.tttt')
  const officer = office.actor('chuyenvien1.tttt')
  await issueTask(asked(office.actor('chunhiem'), taskId))
  const lead = await db.subject.findFirstOrThrow({ where: { parentId: taskId } })
  await receiveAssignment(asked(head, lead.id))
  await handOn({ ...asked(head, lead.id), delegates: [{ holder: `person:${officer.personId}`, dueOn: PART_DUE }] })
  const part = await db.subject.findFirstOrThrow({ where: { parentId: lead.id } })
  await receiveAssignment(asked(officer, part.id))
  return { taskId, partId: part.id }
}

/** What the job of reminders does at an hour of a day of the office. */
export function sweepOn(day: Day, hour = '09:00'): Promise<void> {
  return tellDueReminders(new Date(`${day}T${hour}:00+07:00`))
}

/** A policy entered and put in force by the administrator. */
export async function remindBy(office: DemoOffice, policy: ReminderPolicy): Promise<void> {
  const act = { by: office.actor('quantri'), address: null, at: new Date() }
  await putInForce({ ...act, id: await enterPolicy({ ...act, policy }) })
}

/** "who kind days level" of each notice that a sweep on the day brings. */
export async function toldOn(day: Day, hour?: string): Promise<string[]> {
  const before = new Set((await db.notice.findMany({ select: { id: true } })).map(({ id }) => id))
  await sweepOn(day, hour)
  const notices = await db.notice.findMany({ include: { person: { include: { login: true } } } })
  return notices
    .filter(({ id }) => !before.has(id))
    .map(({ person, kind, values }) => {
      const { days, level } = values as { days?: number; level?: string }
      return [person.login!.username, kind, days, level].filter((word) => word !== undefined).join(' ')
    })
    .toSorted()
}
