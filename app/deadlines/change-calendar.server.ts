import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import { postIn } from '#workflows/actor.ts'
import { holdCalendarAlone } from './calendar-lock.server.ts'
import { type CalendarLook, type LookedDay, weigh, type WeighedEdit } from './calendar-look.server.ts'
import type { AnnouncedRow } from './working-calendar.server.ts'

export interface ChangeOutcome {
  /** False: what would move is no longer what was looked at, and nothing was done. */
  wasDone: boolean
  /** The order by which due days move, if any do. */
  changeId: string | null
}

type Changing = AdministratorAct & Pick<CalendarLook, 'edit' | 'seen' | 'requestKey'>

/**
 * Changes what is announced to the administrator's own organ, whole or not at all, and orders the due days that count by it to move,
 * as they were looked at. A repeated request changes nothing and names the first order.
 *
 * @throws Refused with the first day that makes no sense; NotFound where a day to remove is not announced
 */
export async function changeCalendar(act: Changing): Promise<ChangeOutcome> {
  const { by, at, requestKey } = act
  requireAdministrator(by, { act: 'changeCalendar' })
  const changeId = newId()
  return transaction(
    'changeCalendar',
    async (tx) => {
      const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { changeId }, at })
      if (earlier) return { wasDone: true, changeId: await orderWith(tx, String(earlier.changeId)) }
      // Two administrators at once: the second sees what the first has announced.
      await holdCalendarAlone(tx, by.organId)
      const weighed = await weigh(tx, act)
      if (weighed.seen !== act.seen) {
        await tx.requestKey.delete({ where: { personId_key: { personId: by.personId, key: requestKey } } })
        return { wasDone: false, changeId: null }
      }
      for (const day of weighed.days) await writeDay(tx, act, day)
      if (weighed.due.length === 0) return { wasDone: true, changeId: null }
      await orderMoves(tx, { act, changeId, weighed })
      return { wasDone: true, changeId }
    },
    { seconds: 60 },
  )
}

/** Null where nothing was to move. */
async function orderWith(tx: Transaction, id: string): Promise<string | null> {
  return (await tx.calendarChange.findUnique({ where: { id }, select: { id: true } }))?.id ?? null
}

async function orderMoves(
  tx: Transaction,
  { act: { by, at }, changeId, weighed }: { act: Changing; changeId: string; weighed: WeighedEdit },
): Promise<void> {
  const source = sourcesOf(weighed.days)
  const orderedPostId = postIn(by, 'ADMIN')!.id
  const order = { id: changeId, organId: by.organId, source, orderedById: by.personId, orderedPostId, orderedAt: at }
  await tx.calendarChange.create({ data: order })
  await tx.calendarChangeTask.createMany({
    data: weighed.due.map(({ taskId, from, to }) => ({
      changeId,
      taskId,
      from: toDayColumn(from),
      to: toDayColumn(to),
    })),
  })
  await enqueue(tx, { job: 'calendar.moveDueDays', payload: { changeId }, at })
}

function sourcesOf(days: LookedDay[]): string {
  return [...new Set(days.map(({ is, was }) => (is ?? was)!.source))].join('; ')
}

const auditKinds = {
  added: 'calendarDayAnnounced',
  changed: 'calendarDayChanged',
  removed: 'calendarDayRemoved',
} as const

async function writeDay(tx: Transaction, act: AdministratorAct, { day, change, was, is }: LookedDay): Promise<void> {
  if (change === 'same') return
  const row = { organId: act.by.organId, day: toDayColumn(day) }
  if (is) {
    const said = saidOf(is)
    await tx.calendarDay.upsert({ where: { organId_day: row }, create: { ...row, ...said }, update: said })
  } else {
    await tx.calendarDay.delete({ where: { organId_day: row } })
  }
  const { kind: dayKind, source, holiday } = (is ?? was)!
  const details = { day, dayKind, source, holiday, ...(change === 'changed' && { before: was!.source }) }
  await recordAudit(tx, { ...auditOf(act), kind: auditKinds[change], details })
}

function saidOf({ kind, source, holiday }: AnnouncedRow) {
  return { kind, source, holiday }
}
