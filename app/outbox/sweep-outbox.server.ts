import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'

/** Longer than a job needs for all its attempts in the queue. */
const LOST_AFTER_MINUTES = 5
const KEPT_DAYS = 30
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * What was handed over long ago and is not done goes back to the relay: its attempts are used up, or the queue's store
 * was lost. Where the job is still in the queue, adding it again under its id does nothing.
 */
export async function returnLostMessages(at: Date): Promise<void> {
  const before = new Date(at.getTime() - LOST_AFTER_MINUTES * MINUTE)
  // What a job settles in its own transaction is locked until that ends: it is being done, however long it takes.
  const count = await db.$executeRaw`
    update outbox_message set handed_at = null where id in (
      select id from outbox_message where done_at is null and handed_at < ${before} for update skip locked)`
  if (count > 0) log.warn({ messages: count }, 'messages were handed over but not done; they are handed over again')
}

export async function removeSettledMessages(at: Date): Promise<void> {
  await db.outboxMessage.deleteMany({ where: { doneAt: { lt: new Date(at.getTime() - KEPT_DAYS * DAY) } } })
}
