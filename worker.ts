/** The worker process: `node worker.ts`. It hands over the outbox and runs the jobs. */
import { jobs } from '#app/jobs/jobs.server.ts'
import { startWorker, type Worker } from '#app/jobs/worker.server.ts'
import { db } from '#app/platform/db.server.ts'
import { StartRefused } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'

try {
  stopWhenTold(await startWorker({ jobs }))
  log.info('worker is running')
  process.send?.({ ready: true })
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(1)
}

/** Ctrl-C reaches every process of the group; a parent that died without a word is noticed by its closed channel. */
function stopWhenTold(worker: Worker): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    void worker
      .close()
      .catch((error: unknown) => log.error({ err: error }, 'the worker did not stop cleanly'))
      .then(() => db.$disconnect())
      .finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (process.connected) process.once('disconnect', stop)
}
