import { db } from '#app/platform/db.server.ts'

export interface StuckMessage {
  id: string
  rootId: string | null
  job: string
  createdAt: Date
  handedAt: Date | null
  attempts: number
  lastError: string | null
}

const STUCK_AFTER_MINUTES = 2
const MINUTE = 60_000

/** For the operator: what should have been done by now and is not, the oldest first. */
export function stuckMessages({ at, most }: { at: Date; most: number }): Promise<StuckMessage[]> {
  return db.outboxMessage.findMany({
    where: stuckAt(at),
    select: { id: true, rootId: true, job: true, createdAt: true, handedAt: true, attempts: true, lastError: true },
    orderBy: { createdAt: 'asc' },
    take: most,
  })
}

export interface OutboxFigures {
  waiting: number
  /** Of those, the ones whose job was tried and failed. */
  failed: number
  stuck: number
  oldestCreatedAt: Date | null
}

/** What is not done yet, in figures. */
export async function outboxFigures(at: Date): Promise<OutboxFigures> {
  const stuckBefore = stuckAt(at).createdAt.lt
  const [found] = await db.$queryRaw<OutboxFigures[]>`
    select count(*)::int as waiting, (count(*) filter (where last_error is not null))::int as failed,
      (count(*) filter (where created_at < ${stuckBefore}))::int as stuck, min(created_at) as "oldestCreatedAt"
    from outbox_message where done_at is null`
  return found!
}

function stuckAt(at: Date) {
  return { doneAt: null, createdAt: { lt: new Date(at.getTime() - STUCK_AFTER_MINUTES * MINUTE) } }
}
