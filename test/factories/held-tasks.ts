import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect, vi } from 'vitest'

/** Long enough for a transaction that may begin to begin, and to come to the lock. */
const SETTLED_MS = 500

/**
 * Holds tasks from another connection and runs what moves them: how many acts wait at once is how many it asks for at once. It is
 * counted once as many wait as may, and again when any more would wait too. Then the tasks are let go and the run ends.
 */
export async function expectAtOnce(atOnce: number, taskIds: string[], run: () => Promise<unknown>): Promise<void> {
  const holder = new pg.Client(process.env.DATABASE_OWNER_URL)
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query('select from subject where id = any($1::uuid[]) for update', [taskIds])
    const running = run()
    await vi.waitFor(async () => expect(await waiting(holder)).toBe(atOnce), 5000)
    await setTimeout(SETTLED_MS)
    expect(await waiting(holder)).toBe(atOnce)
    await holder.query('commit')
    await running
  } finally {
    await holder.end()
  }
}

async function waiting(holder: pg.Client): Promise<number | null> {
  const { rowCount } = await holder.query(
    'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
  )
  return rowCount
}
