import { type StuckMessage, stuckMessages } from '#app/outbox/stuck-messages.server.ts'
import { readReadOnlyMode } from '#app/read-only/read-only-mode.server.ts'
import { errorName, failureCause, type FailureCause } from './failure-cause.ts'

/** Why a message is not done: what its job met, or where it lies. */
export type StuckReason = FailureCause | 'paused' | 'notHanded' | 'inQueue' | 'interrupted'

export interface StuckRow {
  id: string
  job: string
  ageMilliseconds: number
  attempts: number
  reason: StuckReason
  errorName: string | null
  /** When it was last handed over; null when it waits to be. A retry of anything else comes too late. */
  handedAt: Date | null
}

/** More than anybody reads on a page; the file has them all. */
export const STUCK_SHOWN = 100

export async function stuckRows({ at, most }: { at: Date; most: number }): Promise<StuckRow[]> {
  const [messages, readOnly] = await Promise.all([stuckMessages({ at, most }), readReadOnlyMode()])
  return messages.map((message) => ({
    id: message.id,
    job: message.job,
    ageMilliseconds: at.getTime() - message.createdAt.getTime(),
    attempts: message.attempts,
    reason: reasonOf(message, readOnly !== null),
    errorName: message.lastError === null ? null : errorName(message.lastError),
    handedAt: message.handedAt,
  }))
}

function reasonOf({ lastError, handedAt, attempts }: StuckMessage, isPaused: boolean): StuckReason {
  if (isPaused && handedAt === null) return 'paused'
  if (lastError !== null) return failureCause(lastError)
  if (attempts > 0) return 'interrupted'
  return handedAt === null ? 'notHanded' : 'inQueue'
}
