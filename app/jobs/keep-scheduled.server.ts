import { log } from '#app/platform/log.server.ts'
import type { WorkQueue } from '#app/platform/queue.server.ts'

/**
 * Looks now and then whether the queue's store has lost everything, and with it the schedules: without them nothing would sweep for what
 * else was lost until some worker starts. Where any is left all are, and whoever started last knows which there should be.
 *
 * @returns what ends it
 */
export function keepScheduled(
  queue: WorkQueue,
  { register, everyMilliseconds }: { register: () => Promise<void>; everyMilliseconds: number },
): () => Promise<void> {
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, everyMilliseconds)

  async function look(): Promise<void> {
    try {
      if (await queue.hasSchedules()) return
      log.warn('the queue had lost its schedules; they are registered again')
      await register()
    } catch (error) {
      log.warn({ err: error }, 'the queue could not be asked for its schedules')
    }
  }

  return () => {
    clearInterval(timer)
    return looking
  }
}
