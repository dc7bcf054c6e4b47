import { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { expect, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { openQueueStore } from '#app/platform/queue.server.ts'

/** The queue of the product, from outside of its processes. */
export interface OutsideQueue {
  /** Puts jobs of the clock in, as if their time had come. */
  askFor(...names: string[]): Promise<void>
  /** Until nothing waits in it and nothing is in hand, also what a killed worker had. */
  untilIdle(patience: { timeout: number }): Promise<void>
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
    untilIdle: ({ timeout }) =>
      vi.waitFor(async () => expect(await queue.depth()).toMatchObject({ waiting: 0, active: 0 }), {
        timeout,
        interval: 50,
      }),
    async close() {
      await queue.close()
      await store.close()
    },
  }
}

/** The store loses everything: what waits, what is in hand, and every schedule. */
export function loseQueueStore(): Promise<void> {
  return env.REDIS_URL ? loseRedis(env.REDIS_URL) : vi.waitFor(emptyTables, { timeout: 30_000, interval: 20 })
}

/** Fails where it and a worker wait for each other, and is tried again. */
async function emptyTables(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`
  await db.$executeRawUnsafe(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`)
}

async function loseRedis(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushdb()
  redis.disconnect()
}
