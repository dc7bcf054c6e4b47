import pg from 'pg'
import { v7 as newId } from 'uuid'
import { expect, inject, test, vi } from 'vitest'
import { db } from './db.server.ts'
import { listen } from './listen.server.ts'

test('a row in the outbox wakes who listens, also after the connection was lost', async () => {
  const heard = vi.fn()
  const listener = listen('outbox_message', heard)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))

  await putInOutbox()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2))

  await cutConnections()
  // It rings once when it listens again, for what it may have missed.
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3), 10_000)
  await putInOutbox()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(4))

  await listener.close()
})

/** Only a superuser sees what other sessions wait for. */
async function cutConnections(): Promise<void> {
  const [{ name }] = await db.$queryRaw<[{ name: string }]>`select current_database()::text as name`
  const client = new pg.Client(`${inject('cluster').superuserUrl}postgres`)
  await client.connect()
  const cut = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'LISTEN%'`,
    [name],
  )
  await client.end()
  expect(cut.rowCount).toBe(1)
}

async function putInOutbox(): Promise<void> {
  await db.outboxMessage.create({ data: { id: newId(), job: 'none', payload: {}, createdAt: new Date() } })
}
