import { isTimely } from '#app/directives/timeliness-sql.server.ts'
import { mailFigures } from '#app/notices/failed-mail.server.ts'
import { outboxFigures } from '#app/outbox/stuck-messages.server.ts'
import { officeTime } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { QueueDepth } from '#app/platform/queue.server.ts'
import { depthOfQueue } from './depth-of-queue.server.ts'
import { listSchedules } from './schedules.server.ts'

/** What is told to whoever watches the machinery. Null where it could not be counted. */
export interface Figures {
  queue: QueueDepth | null
  outbox: { messages: { waiting: number; failed: number; stuck: number }; oldestSeconds: number } | null
  /** By the kind of the subject: a task, an assignment. */
  overdue: Record<string, number> | null
  lateSchedules: number | null
  mail: { waiting: number; failed: number } | null
}

/** Fails never: one who watches is told what there is. */
export async function readFigures(at: Date): Promise<Figures> {
  const [queue, outbox, overdue, lateSchedules, mail] = await Promise.all([
    depthOfQueue(),
    orNull(outboxOf(at)),
    orNull(overdueOf(at)),
    orNull(lateOf(at)),
    orNull(mailFigures(at)),
  ])
  return { queue, outbox, overdue, lateSchedules, mail }
}

async function outboxOf(at: Date): Promise<Figures['outbox']> {
  const { oldestCreatedAt, ...messages } = await outboxFigures(at)
  const oldestSeconds = oldestCreatedAt ? (at.getTime() - oldestCreatedAt.getTime()) / 1000 : 0
  return { messages, oldestSeconds }
}

async function overdueOf(at: Date): Promise<Figures['overdue']> {
  const { today, hour } = officeTime(at)
  const counts = await db.$queryRaw<{ kind: string; count: number }[]>`
    select subject.kind::text as kind, count(*)::int as count
    from deadline join subject on subject.id = deadline.subject_id
    where ${isTimely('OVERDUE', { today, hour, dueSoonUntil: today })}
    group by subject.kind`
  return { TASK: 0, ASSIGNMENT: 0, ...Object.fromEntries(counts.map(({ kind, count }) => [kind, count])) }
}

async function lateOf(at: Date): Promise<number> {
  return (await listSchedules(at)).filter(({ isLate }) => isLate).length
}

async function orNull<Figure>(counting: Promise<Figure>): Promise<Figure | null> {
  try {
    return await counting
  } catch (error) {
    log.warn({ err: error }, 'a figure for the metrics could not be counted')
    return null
  }
}
