import { describe, expect, test, vi } from 'vitest'
import { housekeepingJob, periodicJob } from '#app/jobs/job.server.ts'
import { handOver } from '#app/outbox/relay.server.ts'
import { db } from '#app/platform/db.server.ts'
import { openQueueStore } from '#app/platform/queue.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'
import { receivedIn, receiverJob } from './receiver.ts'
import { allAreDone, PATIENCE, send, workshop } from './workshop.ts'

export function testClockRules(): void {
  describe('the jobs of the clock', () => {
    const shop = workshop()

    test('a job of the clock runs once a period, however many workers there are', async () => {
      let runs = 0
      const jobs = { tick: periodicJob(1000, async () => void (runs += 1)) }
      const beganAt = Date.now()
      await Promise.all([shop.start(jobs), shop.start(jobs), shop.start(jobs)])

      await new Promise((done) => setTimeout(done, 3200))
      await vi.waitFor(() => expect(runs).toBeGreaterThanOrEqual(2), PATIENCE)

      // One at once, and one at each full second since. A schedule for each worker would make nine in three seconds.
      expect(runs).toBeLessThanOrEqual(2 + Math.floor((Date.now() - beganAt) / 1000))
    })

    test('of a job of the clock its last run is written down, and what came of it', async () => {
      let fails = true
      const tick = periodicJob(500, async () => {
        if (fails) throw new TypeError('not this time')
      })
      await shop.start({ tick })
      const run = () => db.scheduleRun.findUniqueOrThrow({ where: { job: 'tick' } })

      await vi.waitFor(async () => {
        expect(await run()).toMatchObject({ everyMilliseconds: 500, lastError: 'TypeError: not this time' })
      }, PATIENCE)
      fails = false
      await vi.waitFor(async () => {
        const { startedAt, endedAt, lastError } = await run()
        expect(lastError).toBeNull()
        expect(endedAt!.getTime()).toBeGreaterThanOrEqual(startedAt!.getTime())
      }, PATIENCE)
      expect(await db.scheduleRun.findMany({ select: { job: true } })).toEqual([{ job: 'tick' }])
    })

    test('while the system is read-only jobs wait, wherever they are, and only housekeeping goes on', async () => {
      let [kept, cleared] = [0, 0]
      const jobs = {
        receive: receiverJob(shop.folder),
        keep: housekeepingJob(300, async () => void (kept += 1)),
        clear: periodicJob(300, async () => void (cleared += 1)),
      }
      const store = await openQueueStore()
      const queue = store.queue(shop.queueName)
      const inQueue = await send(2)
      await handOver(queue, new Date())
      await db.setting.create({ data: { key: READ_ONLY, value: { reason: 'test', until: null, since: new Date() } } })
      const inOutbox = await send(2)
      await shop.start(jobs)

      await vi.waitFor(async () => {
        expect(kept).toBeGreaterThan(1)
        expect((await queue.depth()).waiting).toBe(0)
        expect(await db.outboxMessage.count({ where: { handedAt: null, attempts: 0, lastError: null } })).toBe(4)
      }, PATIENCE)
      expect(await receivedIn(shop.folder)).toEqual(new Map())
      expect(cleared).toBe(0)

      await db.setting.delete({ where: { key: READ_ONLY } })
      await allAreDone()
      await vi.waitFor(() => expect(cleared).toBeGreaterThan(0), PATIENCE)
      expect(await receivedIn(shop.folder)).toEqual(new Map([...inQueue, ...inOutbox].map((id) => [id, 1])))
      await queue.close()
      await store.close()
    })

    test('schedules that the queue has lost are registered again, once', async () => {
      let runs = 0
      const jobs = { tick: periodicJob(60_000, async () => void (runs += 1)) }
      const pace = { lookMilliseconds: 200 }
      await Promise.all([shop.start(jobs, pace), shop.start(jobs, pace)])
      await vi.waitFor(() => expect(runs).toBe(1), PATIENCE)

      const store = await openQueueStore()
      const queue = store.queue(shop.queueName)
      await queue.schedule([])
      await vi.waitFor(() => expect(runs).toBe(2), PATIENCE)

      await new Promise((done) => setTimeout(done, 600))
      expect(runs).toBe(2)
      expect(await queue.hasSchedules()).toBe(true)
      await queue.close()
      await store.close()
    })

    test('a job that was struck from the table comes by the clock no more', async () => {
      let runs = 0
      const count = periodicJob(500, async () => void (runs += 1))
      await shop.start({ old: count })
      await vi.waitFor(() => expect(runs).toBeGreaterThan(0), PATIENCE)
      await shop.closeWorkers()

      await shop.start({ kept: periodicJob(500, async () => undefined) })
      const before = runs
      await new Promise((done) => setTimeout(done, 1500))

      expect(runs).toBe(before)
    })
  })
}
