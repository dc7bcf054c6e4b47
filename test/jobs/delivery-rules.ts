import { v7 as newId } from 'uuid'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { job } from '#app/jobs/job.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { handOver } from '#app/outbox/relay.server.ts'
import { stuckMessages } from '#app/outbox/stuck-messages.server.ts'
import { returnLostMessages } from '#app/outbox/sweep-outbox.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { pingQueue } from '#app/platform/queue-probe.server.ts'
import { openQueueStore, queueDepth } from '#app/platform/queue.server.ts'
import { receivedIn, receiverJob } from './receiver.ts'
import { allAreDone, PATIENCE, send, workshop } from './workshop.ts'

const MINUTE = 60_000

export function testDeliveryRules(): void {
  describe('messages', () => {
    const shop = workshop()

    test('with two relays and two workers each message has its effect once', async () => {
      const jobs = { receive: receiverJob(shop.folder) }
      await Promise.all([shop.start(jobs), shop.start(jobs)])

      const ids = await send(300)

      await allAreDone()
      const received = await receivedIn(shop.folder)
      expect([...received.keys()].sort()).toEqual([...ids].sort())
      expect([...received.values()].every((times) => times === 1)).toBe(true)
    })

    test('the store of the queue answers', async () => {
      await shop.start({})

      await pingQueue()
    })

    test('a message of a transaction that fails is never sent', async () => {
      await shop.start({ receive: receiverJob(shop.folder) })

      const failing = transaction('fails', async (tx) => {
        await tx.outboxMessage.create({
          data: { id: newId(), job: 'receive', payload: { number: 1 }, createdAt: new Date() },
        })
        throw new Error('changed my mind')
      })

      await expect(failing).rejects.toThrow('changed my mind')
      const [sent] = await send(1)
      await allAreDone()
      expect([...(await receivedIn(shop.folder)).keys()]).toEqual([sent])
    })

    test('a job that runs twice, one run after the other or both at once, changes the database once', async () => {
      const count = job({
        schema: z.object({ number: z.int() }),
        handle: (_payload, { settle }) =>
          transaction('count', async (tx) => {
            await tx.$executeRaw`insert into setting (key, value) values (${shop.queueName}, '1')
            on conflict (key) do update set value = to_jsonb(setting.value::int + 1)`
            await settle(tx)
          }),
      })
      const [id] = await send(1, 'count')
      const queued = { id: id!, name: 'count', data: { messageId: id, payload: { number: 0 } } }

      await Promise.all([runJob({ count }, queued), runJob({ count }, queued)])
      await runJob({ count }, queued)

      expect(await db.setting.findUniqueOrThrow({ where: { key: shop.queueName } })).toMatchObject({ value: 1 })
    })

    test('a job that fails is tried again and keeps its last error until it is done', async () => {
      let tries = 0
      const errors: (string | null)[] = []
      const flaky = job({
        schema: z.object({ number: z.int() }),
        handle: async (_payload, { id }) => {
          const { lastError } = await db.outboxMessage.findUniqueOrThrow({ where: { id } })
          errors.push(lastError)
          tries += 1
          if (tries < 3) throw new Error(`try ${tries}`)
        },
      })
      await shop.start({ flaky })

      await send(1, 'flaky')

      await allAreDone()
      expect(errors).toEqual([null, 'Error: try 1', 'Error: try 2'])
      expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ attempts: 3, lastError: null })
    })

    test('a message nobody can handle stays, with the reason, where the operator sees it', async () => {
      await shop.start({ receive: receiverJob(shop.folder) })

      const [unknown] = await send(1, 'no.such.job')
      const [misshapen] = await send(1, 'receive', { number: 'one' })

      await vi.waitFor(async () => {
        const stuck = await stuckMessages({ at: new Date(Date.now() + 10 * MINUTE), most: 10 })
        expect(stuck.map(({ id }) => id)).toEqual([unknown, misshapen])
        expect(stuck[0]?.lastError).toContain('UnknownJob')
        expect(stuck[1]?.lastError).toContain('ZodError')
      }, PATIENCE)
      expect(await stuckMessages({ at: new Date(), most: 10 })).toEqual([])
    })

    test('what a lost queue had in it is handed over again', async () => {
      const ids = await send(20)
      const store = await openQueueStore()
      const queue = store.queue(shop.queueName)
      expect(await handOver(queue, new Date(Date.now() - 6 * MINUTE))).toBe(20)
      expect(await handOver(queue, new Date())).toBe(0)
      await queue.clear()
      await queue.close()
      await store.close()

      await shop.start({ receive: receiverJob(shop.folder) })
      await returnLostMessages(new Date())

      await allAreDone()
      expect([...(await receivedIn(shop.folder)).keys()].sort()).toEqual([...ids].sort())
    })

    test('a message that is still in the queue is not added again', async () => {
      const ids = await send(5)
      const store = await openQueueStore()
      const queue = store.queue(shop.queueName)
      await handOver(queue, new Date())
      await db.outboxMessage.updateMany({ data: { handedAt: null } })
      await handOver(queue, new Date())
      await queue.close()
      await store.close()

      await shop.start({ receive: receiverJob(shop.folder) })

      await allAreDone()
      expect(await receivedIn(shop.folder)).toEqual(new Map(ids.map((id) => [id, 1])))
    })

    test('one who looks is told how much lies in the queue, on either store', async () => {
      const store = await openQueueStore()
      const queue = store.queue(shop.queueName)
      await send(3)
      await handOver(queue, new Date())

      expect(await queueDepth(shop.queueName)).toEqual({ waiting: 3, active: 0, delayed: 0 })

      await queue.clear()
      await queue.close()
      await store.close()
    })
  })
}
