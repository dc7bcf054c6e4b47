import { v7 as newId } from 'uuid'
import type { JobName, JobPayload } from '#app/jobs/jobs.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'

export interface Enqueued<Name extends JobName> {
  job: Name
  payload: JobPayload<Name>
  /** The root subject it concerns, if it concerns one. */
  rootId?: string
  at: Date
}

/** The only way from a use case to the queue: the job is there when the transaction commits, and not when it does not. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  { job, payload, rootId, at }: Enqueued<Name>,
): Promise<void> {
  await tx.outboxMessage.create({ data: { id: newId(), job, payload, rootId, createdAt: at } })
}
