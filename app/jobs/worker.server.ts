import { startRelay } from '#app/outbox/relay.server.ts'
import { openQueueStore, type QueueWorker } from '#app/platform/queue.server.ts'
import type { JobTable } from './job.server.ts'
import { runJob } from './run-job.server.ts'
import { registerSchedules, schedulesOf } from './schedule-run.server.ts'

export interface Worker {
  /** Takes nothing new, waits for the jobs in hand, then lets go of everything. */
  close(): Promise<void>
}

export interface WorkerOptions {
  jobs: JobTable
  /** Processes that share a queue share its work. */
  queueName?: string
  concurrency?: number
  /** How long a killed worker's jobs lie before another takes them up. */
  lockMilliseconds?: number
  graceMilliseconds?: number
}

/** Everything that happens outside of requests: the relay, the clock's jobs, and the handlers. */
export async function startWorker({
  jobs,
  queueName = 'jobs',
  concurrency = 8,
  lockMilliseconds = 15_000,
  graceMilliseconds = 8_000,
}: WorkerOptions): Promise<Worker> {
  const store = await openQueueStore()
  const queue = store.queue(queueName)
  await registerSchedules(jobs)
  await queue.schedule(schedulesOf(jobs).map((schedule) => ({ ...schedule, data: {} })))
  const relay = startRelay(queue)
  const worker = store.work(queueName, (queued) => runJob(jobs, queued), { concurrency, lockMilliseconds })

  return {
    async close() {
      await relay.close()
      await closeInGrace(worker, graceMilliseconds)
      await queue.close()
      await store.close()
    },
  }
}

/** A job that takes longer than we may wait is left in the middle; its lock lapses and another worker runs it again. */
async function closeInGrace(worker: QueueWorker, graceMilliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMilliseconds)
  })
  let isClosed = false
  await Promise.race([worker.close().then(() => (isClosed = true)), tooLong])
  clearTimeout(timer)
  if (!isClosed) await worker.close(true)
}
