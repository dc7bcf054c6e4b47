/** What the outbox remembers of the runs of a message's job. */
import { db, type Transaction } from '#app/platform/db.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'

const LONGEST_ERROR = 500

/** Another run of the same message was quicker; what this one did goes with its transaction. */
export class AlreadySettled extends Error {}

/**
 * Counted before the work, so that a job that takes its worker down with it is seen by its number of attempts.
 * False when there is nothing to do: the message is done, it is not ours (a queue older than the database), or nothing may be
 * written now; then it goes back to the outbox and is handed over again afterwards, without an attempt being spent.
 */
export async function beginAttempt(messageId: string): Promise<boolean> {
  const [begun] = await db.$queryRaw<{ mayRun: boolean }[]>`
    with pause as (select exists (select from setting where key = ${READ_ONLY}) as is_on)
    update outbox_message
    set attempts = attempts + case when pause.is_on then 0 else 1 end,
      handed_at = case when pause.is_on then null else handed_at end
    from pause where id = ${messageId}::uuid and done_at is null
    returning not pause.is_on as "mayRun"`
  return begun?.mayRun ?? false
}

export async function settleWithin(tx: Transaction, messageId: string, at: Date): Promise<void> {
  const settled = await markDone(tx, messageId, at)
  if (!settled) throw new AlreadySettled()
}

export async function markDone(tx: Transaction, messageId: string, at: Date): Promise<boolean> {
  const marked = await tx.outboxMessage.updateMany({
    where: { id: messageId, doneAt: null },
    data: { doneAt: at, lastError: null },
  })
  return marked.count === 1
}

export async function noteFailure(messageId: string, error: unknown): Promise<void> {
  await db.outboxMessage.updateMany({
    where: { id: messageId, doneAt: null },
    data: { lastError: failureWords(error) },
  })
}

/** For whoever looks into the database. It may quote what people wrote, so a screen shows only what kind of failure it is. */
export function failureWords(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return words.slice(0, LONGEST_ERROR)
}
