/** Sweeps of reminders, each in a process of its own. */
import { v7 as newId } from 'uuid'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { tellDueReminders } from '#app/reminders/tell-due.server.ts'
import { usualPolicy } from '#app/reminders/usual-policy.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'

/** Of an office that begins to remind, with years of work overdue; the next, which finds all told; and of an ordinary morning. */
type Sweep = 'first' | 'next' | 'ordinary'

export interface SweepReport {
  sweep: Sweep
  /** Open obligations with a due day. */
  openDeadlines: number
  told: number
  notices: number
  seconds: number
  /** MiB resident at most, of the whole process. */
  peakMiB: number
}

process.once('message', ({ question }: { question: Sweep }) => {
  report(question).then(
    (result) => process.send!({ result }, () => process.exit(0)),
    (error: unknown) => process.send!({ error: String(error) }, () => process.exit(1)),
  )
})

async function report(sweep: Sweep): Promise<SweepReport> {
  const day = nextWorkingDay()
  if (sweep === 'first') await beginToRemind()
  if (sweep === 'ordinary') await fallDue(day)
  const before = await countTold()
  const begun = performance.now()
  await tellDueReminders(new Date(`${day}T09:00:00+07:00`))
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  const after = await countTold()
  return {
    sweep,
    openDeadlines: await db.workItem.count({ where: OPEN }),
    told: after.told - before.told,
    notices: after.notices - before.notices,
    seconds,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

const OPEN = { settledAt: null, dueOn: { not: null } }

async function beginToRemind(): Promise<void> {
  const { id: organId } = await db.organ.findFirstOrThrow({ where: { own: true } })
  const { id: personId } = await db.person.findFirstOrThrow({ where: { organId } })
  const at = now()
  const entered = { enteredById: personId, enteredAt: at, putInForceById: personId, putInForceAt: at }
  await db.reminderPolicy.create({ data: { id: newId(), organId, version: 1, policy: usualPolicy, ...entered } })
}

/** There are as many open deadlines as tasks, a twentieth of them due on the day: work that was settled is open again. */
async function fallDue(day: Day): Promise<void> {
  const tasks = await db.task.count()
  const missing = tasks - (await db.workItem.count({ where: OPEN }))
  await db.$executeRaw`
    with settled as (
      select distinct on (subject_id, kind, holder) id from work_item item
      where kind in ('RECEIVE', 'PROCESS', 'SUPPORT') and settled_at is not null and not exists (
        select from work_item other
        where other.subject_id = item.subject_id and other.kind = item.kind and other.holder = item.holder and other.settled_at is null)
    ), reopened as (
      select id, row_number() over (order by id desc) as number from settled order by id desc limit ${missing}
    )
    update work_item set settled_at = null, settled_by_id = null,
      due_on = case when number <= ${Math.round(tasks / 20)} then ${day}::date else ${daysAfter(day, 60)}::date end
    from reopened where reopened.id = work_item.id`
}

async function countTold(): Promise<{ told: number; notices: number }> {
  return {
    told: await db.reminder.count({ where: { told: true } }),
    notices: await db.notice.count({ where: { causeKey: { startsWith: 'reminder:' } } }),
  }
}

function nextWorkingDay(): Day {
  let day = officeDay(now())
  while (!isWorkingDay(calendarByLaw(day), day)) day = daysAfter(day, 1)
  return day
}
