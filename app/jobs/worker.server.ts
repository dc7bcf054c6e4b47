import { startRelay } from '#app/outbox/relay.server.ts'
import { followDatabaseClock } from '#app/platform/database-clock.server.ts'
import { openQueueStore } from '#app/platform/queue.server.ts'
import type { JobTable } from './job.server.ts'
import { keepScheduled } from './keep-scheduled.server.ts'
import { runJob } from './run-job.server.ts'
import { registerSchedules, schedulesOf } from './schedule-run.server.ts'

export interface Worker {
  /** Takes nothing new, waits for the jobs in hand as long as it may, then lets go of everything. */
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
  /** How often it is looked whether the queue has lost its schedules. */
  lookMilliseconds?: number
}

/** Everything that happens outside of requests: the relay, the clock's jobs, and the handlers. */
export async function startWorker({
  jobs,
  queueName = 'jobs',
  concurrency = 8,
  lockMilliseconds = 15_000,
  graceMilliseconds = 8_000,
  lookMilliseconds = 30_000,
}: WorkerOptions): Promise<Worker> {
  const clock = await followDatabaseClock()
  const store = await openQueueStore()
  const queue = store.queue(queueName)
  await registerSchedules(jobs)
  const register = () => queue.schedule(schedulesOf(jobs).map((schedule) => ({ ...schedule, data: {} })))
  await register()
  const stopLooking = keepScheduled(queue, { register, everyMilliseconds: lookMilliseconds })
  const relay = startRelay(queue)
  const worker = store.work(queueName, (queued) => runJob(jobs, queued), { concurrency, lockMilliseconds })

  return {
    async close() {
      await Promise.all([relay.close(), stopLooking()])
      await worker.close(graceMilliseconds)
      await queue.close()
      await store.close()
      clock.close()
    },
  }
}
