import { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { openQueueStore } from '#app/platform/queue.server.ts'

/** The queue of the product, from outside of its processes. */
export interface OutsideQueue {
  /** Puts jobs of the clock in, as if their time had come. */
  askFor(...names: string[]): Promise<void>
  close(): Promise<void>
}

export async function openOutsideQueue(): Promise<OutsideQueue> {
  const store = await openQueueStore()
  const queue = store.queue('jobs')
  return {
    askFor: (...names) =>
      queue.add(
        names.map((name) => ({ id: newId(), name, data: {} })),
        1,
      ),
    async close() {
      await queue.close()
      await store.close()
    },
  }
}

/** The store loses everything: what waits, what is in hand, and every schedule. */
export async function loseQueueStore(): Promise<void> {
  if (env.REDIS_URL) return loseRedis(env.REDIS_URL)
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`
  await db.$executeRawUnsafe(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`)
}

async function loseRedis(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushall()
  redis.disconnect()
}
