/** The worker process: `node worker.ts`. It hands over the outbox and runs the jobs. */
import { jobs } from '#app/jobs/jobs.server.ts'
import { startWorker, type Worker } from '#app/jobs/worker.server.ts'
import { startMetricsAt } from '#app/operations/start-metrics.server.ts'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'

const starting = startWorker({ jobs })
const metrics = startMetricsAt(env.WORKER_METRICS_PORT)
stopWhenTold(starting)

try {
  await starting
  log.info('worker is running')
  process.send?.({ ready: true })
} catch (error) {
  log.fatal({ err: error }, 'the worker could not start')
  process.exit(1)
}

/** Ctrl-C reaches every process of the group; a parent that died without a word is noticed by its closed channel. */
function stopWhenTold(starting: Promise<Worker>): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    void metrics.then((started) => started?.close())
    void starting
      .then((worker) => worker.close())
      .catch((error: unknown) => log.error({ err: error }, 'the worker did not stop cleanly'))
      .then(() => db.$disconnect())
      .finally(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.connected) process.once('disconnect', stop)
}
