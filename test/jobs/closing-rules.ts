import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { job } from '#app/jobs/job.server.ts'
import { returnLostMessages } from '#app/outbox/sweep-outbox.server.ts'
import { db } from '#app/platform/db.server.ts'
import { receivedIn, receiverJob } from './receiver.ts'
import { allAreDone, PATIENCE, send, workshop } from './workshop.ts'

const MINUTE = 60_000
/** Processes are started and killed, which takes a while on a busy machine. */
const KILLING_TIME = 90_000

export function testClosingRules(): void {
  describe('workers that come and go', () => {
    const shop = workshop()

    test(
      'the jobs of a killed worker are taken up by the next, and every message has its effect',
      async () => {
        const ids = await send(200)
        for (let kill = 0; kill < 3; kill += 1) {
          const child = fork(resolve('test/jobs/worker-process.ts'), [shop.queueName, shop.folder], {
            execPath: process.execPath,
            execArgv: [],
          })
          await once(child, 'message')
          await new Promise((done) => setTimeout(done, 150))
          child.kill('SIGKILL')
          await once(child, 'exit')
        }

        await shop.start({ receive: receiverJob(shop.folder) })

        await allAreDone()
        expect([...(await receivedIn(shop.folder)).keys()].sort()).toEqual([...ids].sort())
      },
      KILLING_TIME,
    )

    test('a worker that is closed waits for the job in hand', async () => {
      await shop.start({ receive: receiverJob(shop.folder, { takesMilliseconds: 800 }) })
      const [id] = await send(1)
      await vi.waitFor(async () => {
        expect(await db.outboxMessage.findFirst({ where: { attempts: 1 } })).not.toBeNull()
      }, PATIENCE)

      await shop.closeWorkers()

      expect(await receivedIn(shop.folder)).toEqual(new Map([[id, 1]]))
      expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0)
    })

    test('a job that outlasts the time its worker has to close is taken up by the next', async () => {
      const begun = Promise.withResolvers<void>()
      const ever = new Promise<void>(() => undefined)
      const schema = z.object({ number: z.int() })
      await shop.start({ receive: job({ schema, handle: () => (begun.resolve(), ever) }) }, { graceMilliseconds: 100 })
      const [id] = await send(1)
      await begun.promise
      await shop.closeWorkers()

      await shop.start({ receive: receiverJob(shop.folder) })

      await allAreDone()
      expect(await receivedIn(shop.folder)).toEqual(new Map([[id, 1]]))
    })

    test('what a newer version sent is kept for it: a job unknown here waits, fields unknown here are passed over', async () => {
      await shop.start({ receive: receiverJob(shop.folder) })
      const [known] = await send(1, 'receive', { addedLater: true })
      const [unknown] = await send(1, 'job.of.tomorrow')
      await vi.waitFor(async () => {
        const { lastError } = await db.outboxMessage.findUniqueOrThrow({ where: { id: unknown! } })
        expect(lastError).toContain('UnknownJob')
        expect(await receivedIn(shop.folder)).toEqual(new Map([[known, 1]]))
      }, PATIENCE)

      await shop.closeWorkers()
      await shop.start({ 'job.of.tomorrow': receiverJob(shop.folder) })
      await returnLostMessages(new Date(Date.now() + 10 * MINUTE))

      await allAreDone()
      expect((await receivedIn(shop.folder)).get(unknown!)).toBe(1)
    })
  })
}
