import { AlreadySettled, beginAttempt, markDone, noteFailure, settleWithin } from '#app/outbox/message.server.ts'
import type { HandedMessage } from '#app/outbox/relay.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { log, withRequestId } from '#app/platform/log.server.ts'
import type { QueuedJob } from '#app/platform/queue.server.ts'
import { readReadOnlyMode } from '#app/read-only/read-only-mode.server.ts'
import type { Job, JobTable } from './job.server.ts'
import { observedRun } from './schedule-run.server.ts'

class UnknownJob extends Error {
  override readonly name = 'UnknownJob'
}

/** Runs what the queue gives. An error goes on to the queue, which tries again. */
export function runJob(jobs: JobTable, queued: QueuedJob): Promise<void> {
  return withRequestId(queued.id, async () => {
    try {
      if (isMessage(queued.data)) await runMessage(jobs, queued.name, queued.data)
      else await runPeriodic(jobs, queued)
    } catch (error) {
      log.error({ err: error, job: queued.name }, 'a job failed')
      throw error
    }
  })
}

async function runMessage(jobs: JobTable, name: string, { messageId, payload }: HandedMessage): Promise<void> {
  if (!(await beginAttempt(messageId))) return
  const at = now()
  try {
    await jobNamed(jobs, name).run(payload, { id: messageId, at, settle: (tx) => settleWithin(tx, messageId, at) })
    // Where the handler has settled it already this finds nothing to do.
    await markDone(db, messageId, at)
  } catch (error) {
    if (error instanceof AlreadySettled) return
    await noteFailure(messageId, error)
    throw error
  }
}

async function runPeriodic(jobs: JobTable, { id, name, data }: QueuedJob): Promise<void> {
  const job = jobNamed(jobs, name)
  // What it misses now its next run does.
  if (!job.isHousekeeping && (await readReadOnlyMode())) return
  await observedRun(name, () => job.run(data, { id, at: now(), settle: () => Promise.resolve() }))
}

function jobNamed(jobs: JobTable, name: string): Job {
  const found = Object.hasOwn(jobs, name) ? jobs[name] : undefined
  if (!found) throw new UnknownJob(`There is no job named ${name}`)
  return found
}

function isMessage(data: unknown): data is HandedMessage {
  return typeof data === 'object' && data !== null && 'messageId' in data && typeof data.messageId === 'string'
}
