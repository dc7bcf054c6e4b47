/**
 * Hands what lies in the outbox to the queue. It wakes when a transaction that wrote to the outbox commits, and looks by
 * itself every second, because a notification can be lost with its connection.
 */
import { now } from '#app/platform/clock.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { listen } from '#app/platform/listen.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { WorkQueue } from '#app/platform/queue.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'

export interface Relay {
  close(): Promise<void>
}

interface WaitingMessage {
  id: string
  job: string
  payload: unknown
}

/** As data of a job: what tells a message of the outbox from a job of the clock. */
export interface HandedMessage {
  messageId: string
  payload: unknown
}

const BATCH = 200
const LOOK_EVERY_MILLISECONDS = 1000
/** A job that fails goes through these before the outbox hands it over again. */
const ATTEMPTS = 5

export function startRelay(queue: WorkQueue): Relay {
  const bell = createBell()
  const listener = listen('outbox_message', () => bell.ring())
  let isClosed = false
  const stopped = run()

  async function run(): Promise<void> {
    let isFailing = false
    while (!isClosed) {
      try {
        const handed = await handOver(queue, now())
        if (isFailing) log.info('the outbox is handed over again')
        isFailing = false
        if (handed === BATCH) continue
      } catch (error) {
        if (!isFailing) log.error({ err: error }, 'the outbox could not be handed over')
        isFailing = true
      }
      await bell.heard(LOOK_EVERY_MILLISECONDS)
    }
  }

  return {
    async close() {
      isClosed = true
      bell.ring()
      await Promise.all([stopped, listener.close()])
    },
  }
}

/**
 * The rows stay locked until the queue has them: a relay that dies between the two has marked nothing, and what it added
 * is added again under the same id, which the queue knows. Two relays never take the same row. Returns how many it handed: none
 * while the system is read-only.
 */
export function handOver(queue: WorkQueue, at: Date): Promise<number> {
  return transaction('hand over the outbox', async (tx) => {
    const waiting = await tx.$queryRaw<WaitingMessage[]>`
      select id, job, payload from outbox_message
      where done_at is null and handed_at is null and not exists (select from setting where key = ${READ_ONLY})
      order by created_at, id limit ${BATCH} for update skip locked`
    if (waiting.length === 0) return 0
    await queue.add(
      waiting.map(({ id, job, payload }) => ({
        id,
        name: job,
        data: { messageId: id, payload } satisfies HandedMessage,
      })),
      ATTEMPTS,
    )
    await tx.outboxMessage.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { handedAt: at } })
    return waiting.length
  })
}

/** A ring that comes while nobody waits is heard by the next wait. */
function createBell() {
  let hasRung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      hasRung = true
      wake?.()
    },
    async heard(atMostMilliseconds: number): Promise<void> {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMilliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = null
      hasRung = false
    },
  }
}
