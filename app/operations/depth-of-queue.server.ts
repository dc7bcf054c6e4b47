import { log } from '#app/platform/log.server.ts'
import type { QueueDepth } from '#app/platform/queue.server.ts'

/**
 * Null when the queue's store does not answer. The queue's library is loaded for the question: the web process needs it for
 * nothing else.
 */
export async function depthOfQueue(): Promise<QueueDepth | null> {
  try {
    const { queueDepth } = await import('#app/platform/queue.server.ts')
    return await queueDepth('jobs')
  } catch (error) {
    log.warn({ err: error }, 'the queue could not be asked how much lies in it')
    return null
  }
}
