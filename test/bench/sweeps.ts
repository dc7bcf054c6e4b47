/**
 * The sweep of reminders in a process of its own: the first of an office that begins to remind, with years of work overdue, and the
 * next one, which finds everything told.
 */
import { v7 as newId } from 'uuid'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { tellDueReminders } from '#app/reminders/tell-due.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'

export interface SweepReport {
  /** Open obligations with a due day. */
  openDeadlines: number
  told: number
  notices: number
  firstSeconds: number
  nextSeconds: number
  /** MiB resident at most, of the whole process. */
  peakMiB: number
}

process.once('message', () => {
  report().then(
    (result) => process.send!({ result }, () => process.exit(0)),
    (error: unknown) => process.send!({ error: String(error) }, () => process.exit(1)),
  )
})

async function report(): Promise<SweepReport> {
  const { id: organId } = await db.organ.findFirstOrThrow({ where: { own: true } })
  const { id: personId } = await db.person.findFirstOrThrow({ where: { organId } })
  const at = now()
  const entered = { enteredById: personId, enteredAt: at, putInForceById: personId, putInForceAt: at }
  await db.reminderPolicy.create({ data: { id: newId(), organId, version: 1, policy: usualPolicy, ...entered } })
  const morning = nextWorkingMorning()
  const firstSeconds = await secondsOf(() => tellDueReminders(morning))
  const nextSeconds = await secondsOf(() => tellDueReminders(morning))
  const openDeadlines = await db.workItem.count({ where: { settledAt: null, dueOn: { not: null } } })
  const told = await db.reminder.count({ where: { told: true } })
  const notices = await db.notice.count({ where: { causeKey: { startsWith: 'reminder:' } } })
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  return { openDeadlines, told, notices, firstSeconds, nextSeconds, peakMiB }
}

function nextWorkingMorning(): Date {
  let day = officeDay(now())
  while (!isWorkingDay(calendarByLaw(day), day)) day = daysAfter(day, 1)
  return new Date(`${day}T09:00:00+07:00`)
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round((performance.now() - begun) / 100) / 10
}
