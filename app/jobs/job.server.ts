import type { z } from 'zod'
import type { Transaction } from '#app/platform/db.server.ts'

/** One run of a job. A job may run twice: its worker can be killed after the work and before that is known. */
export interface JobRun {
  /** The outbox message's id, the same in every run of it: a receiver outside recognises a repetition by it. */
  id: string
  at: Date
  /**
   * Says within the handler's own transaction that the job is done, so that its effects on the database happen once
   * however often it runs: of two runs at once the second waits here and then loses its transaction.
   */
  settle: (tx: Transaction) => Promise<void>
}

export interface Job {
  run(payload: unknown, run: JobRun): Promise<void>
  /** Only of a job that comes by the clock and not from the outbox. */
  everyMilliseconds?: number
  /** Keeps the machinery itself in order, and so goes on while the system is read-only. Every other job waits. */
  isHousekeeping?: boolean
}

export type JobTable = Readonly<Record<string, Job>>

/** A job that use cases put in the outbox. */
export function job<Schema extends z.ZodType>(definition: {
  schema: Schema
  handle: (payload: z.infer<Schema>, run: JobRun) => Promise<void>
}): Job & { schema: Schema } {
  const { schema, handle } = definition
  return { schema, run: async (payload, run) => handle(schema.parse(payload), run) }
}

/** A job that comes by the clock. What it missed is done by its next run, so it carries nothing. */
export function periodicJob(everyMilliseconds: number, handle: (at: Date) => Promise<void>): Job {
  return { everyMilliseconds, run: (_payload, { at }) => handle(at) }
}

/** The same for what also goes on while the system is read-only: see `isHousekeeping`. */
export function housekeepingJob(everyMilliseconds: number, handle: (at: Date) => Promise<void>): Job {
  return { ...periodicJob(everyMilliseconds, handle), isHousekeeping: true }
}
