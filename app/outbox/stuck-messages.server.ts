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
    where: { doneAt: null, createdAt: { lt: new Date(at.getTime() - STUCK_AFTER_MINUTES * MINUTE) } },
    select: { id: true, rootId: true, job: true, createdAt: true, handedAt: true, attempts: true, lastError: true },
    orderBy: { createdAt: 'asc' },
    take: most,
  })
}
