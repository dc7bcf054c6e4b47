import { Redis } from 'ioredis'
import { db } from './db.server.ts'
import { env } from './env.server.ts'

let redis: Redis | undefined

/**
 * For the readiness of a process: throws when the queue's store does not answer. Apart from the queue itself, so that
 * the web process need not load what only the worker uses.
 */
export async function pingQueue(): Promise<void> {
  if (env.REDIS_URL) {
    redis ??= connect(env.REDIS_URL)
    await redis.ping()
  } else {
    await db.$queryRaw`select version from bullmq.migration limit 1`
  }
}

function connect(url: string): Redis {
  const connection = new Redis(url, { maxRetriesPerRequest: 1 })
  // The one who asks is told by the ping that fails; without a listener the process would end.
  connection.on('error', () => undefined)
  return connection
}
