/** What the jobs promise, whatever store the queue lies in: the same tests run on PostgreSQL and on Redis. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { housekeepingJob, job, periodicJob, type JobTable } from '#app/jobs/job.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { startWorker, type Worker } from '#app/jobs/worker.server.ts'
import { handOver } from '#app/outbox/relay.server.ts'
import { stuckMessages } from '#app/outbox/stuck-messages.server.ts'
import { returnLostMessages } from '#app/outbox/sweep-outbox.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { pingQueue } from '#app/platform/queue-probe.server.ts'
import { openQueueStore, queueDepth } from '#app/platform/queue.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'
import { receivedIn, receiverJob } from './receiver.ts'

const MINUTE = 60_000
const PATIENCE = { timeout: 30_000, interval: 50 }
/** Processes are started and killed, which takes a while on a busy machine. */
const KILLING_TIME = 90_000

export function testWorkerRules(): void {
  let folder: string
  let queueName: string
  let workers: Worker[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receiver-'))
    queueName = `test-${newId()}`
    workers = []
    await db.outboxMessage.deleteMany()
    await db.setting.deleteMany({ where: { key: READ_ONLY } })
  })
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    await rm(folder, { recursive: true })
  })

  async function start(jobs: JobTable): Promise<void> {
    workers.push(await startWorker({ jobs, queueName, lockMilliseconds: 1500 }))
  }

  test('with two relays and two workers each message has its effect once', async () => {
    const jobs = { receive: receiverJob(folder) }
    await Promise.all([start(jobs), start(jobs)])

    const ids = await send(300)

    await allAreDone()
    const received = await receivedIn(folder)
    expect([...received.keys()].sort()).toEqual([...ids].sort())
    expect([...received.values()].every((times) => times === 1)).toBe(true)
  })

  test('the store of the queue answers', async () => {
    await start({})

    await pingQueue()
  })

  test('a message of a transaction that fails is never sent', async () => {
    await start({ receive: receiverJob(folder) })

    const failing = transaction('fails', async (tx) => {
      await tx.outboxMessage.create({
        data: { id: newId(), job: 'receive', payload: { number: 1 }, createdAt: new Date() },
      })
      throw new Error('changed my mind')
    })

    await expect(failing).rejects.toThrow('changed my mind')
    const [sent] = await send(1)
    await allAreDone()
    expect([...(await receivedIn(folder)).keys()]).toEqual([sent])
  })

  test('a job that runs twice, one run after the other or both at once, changes the database once', async () => {
    const count = job({
      schema: z.object({ number: z.int() }),
      handle: (_payload, { settle }) =>
        transaction('count', async (tx) => {
          await tx.$executeRaw`insert into setting (key, value) values (${queueName}, '1')
            on conflict (key) do update set value = to_jsonb(setting.value::int + 1)`
          await settle(tx)
        }),
    })
    const [id] = await send(1, 'count')
    const queued = { id: id!, name: 'count', data: { messageId: id, payload: { number: 0 } } }

    await Promise.all([runJob({ count }, queued), runJob({ count }, queued)])
    await runJob({ count }, queued)

    expect(await db.setting.findUniqueOrThrow({ where: { key: queueName } })).toMatchObject({ value: 1 })
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
    await start({ flaky })

    await send(1, 'flaky')

    await allAreDone()
    expect(errors).toEqual([null, 'Error: try 1', 'Error: try 2'])
    expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ attempts: 3, lastError: null })
  })

  test('a message nobody can handle stays, with the reason, where the operator sees it', async () => {
    await start({ receive: receiverJob(folder) })

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
    const queue = store.queue(queueName)
    expect(await handOver(queue, new Date(Date.now() - 6 * MINUTE))).toBe(20)
    expect(await handOver(queue, new Date())).toBe(0)
    await queue.clear()
    await queue.close()
    await store.close()

    await start({ receive: receiverJob(folder) })
    await returnLostMessages(new Date())

    await allAreDone()
    expect([...(await receivedIn(folder)).keys()].sort()).toEqual([...ids].sort())
  })

  test('a message that is still in the queue is not added again', async () => {
    const ids = await send(5)
    const store = await openQueueStore()
    const queue = store.queue(queueName)
    await handOver(queue, new Date())
    await db.outboxMessage.updateMany({ data: { handedAt: null } })
    await handOver(queue, new Date())
    await queue.close()
    await store.close()

    await start({ receive: receiverJob(folder) })

    await allAreDone()
    expect(await receivedIn(folder)).toEqual(new Map(ids.map((id) => [id, 1])))
  })

  test(
    'the jobs of a killed worker are taken up by the next, and every message has its effect',
    async () => {
      const ids = await send(200)
      for (let kill = 0; kill < 3; kill += 1) {
        const child = fork(resolve('test/jobs/worker-process.ts'), [queueName, folder], {
          execPath: process.execPath,
          execArgv: [],
        })
        await once(child, 'message')
        await new Promise((done) => setTimeout(done, 150))
        child.kill('SIGKILL')
        await once(child, 'exit')
      }

      await start({ receive: receiverJob(folder) })

      await allAreDone()
      expect([...(await receivedIn(folder)).keys()].sort()).toEqual([...ids].sort())
    },
    KILLING_TIME,
  )

  test('a job of the clock runs once a period, however many workers there are', async () => {
    let runs = 0
    const jobs = { tick: periodicJob(1000, async () => void (runs += 1)) }
    const beganAt = Date.now()
    await Promise.all([start(jobs), start(jobs), start(jobs)])

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
    await start({ tick })
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

  test('one who looks is told how much lies in the queue, on either store', async () => {
    const store = await openQueueStore()
    const queue = store.queue(queueName)
    await send(3)
    await handOver(queue, new Date())

    expect(await queueDepth(queueName)).toEqual({ waiting: 3, active: 0, delayed: 0 })

    await queue.clear()
    await queue.close()
    await store.close()
  })

  test('while the system is read-only jobs wait, wherever they are, and only housekeeping goes on', async () => {
    let [kept, cleared] = [0, 0]
    const jobs = {
      receive: receiverJob(folder),
      keep: housekeepingJob(300, async () => void (kept += 1)),
      clear: periodicJob(300, async () => void (cleared += 1)),
    }
    const store = await openQueueStore()
    const queue = store.queue(queueName)
    const inQueue = await send(2)
    await handOver(queue, new Date())
    await db.setting.create({ data: { key: READ_ONLY, value: { reason: 'test', until: null, since: new Date() } } })
    const inOutbox = await send(2)
    await start(jobs)

    await vi.waitFor(async () => {
      expect(kept).toBeGreaterThan(1)
      expect((await queue.depth()).waiting).toBe(0)
      expect(await db.outboxMessage.count({ where: { handedAt: null, attempts: 0, lastError: null } })).toBe(4)
    }, PATIENCE)
    expect(await receivedIn(folder)).toEqual(new Map())
    expect(cleared).toBe(0)

    await db.setting.delete({ where: { key: READ_ONLY } })
    await allAreDone()
    await vi.waitFor(() => expect(cleared).toBeGreaterThan(0), PATIENCE)
    expect(await receivedIn(folder)).toEqual(new Map([...inQueue, ...inOutbox].map((id) => [id, 1])))
    await queue.close()
    await store.close()
  })

  test('a job that was struck from the table comes by the clock no more', async () => {
    let runs = 0
    const count = periodicJob(500, async () => void (runs += 1))
    await start({ old: count })
    await vi.waitFor(() => expect(runs).toBeGreaterThan(0), PATIENCE)
    await Promise.all(workers.splice(0).map((worker) => worker.close()))

    await start({ kept: periodicJob(500, async () => undefined) })
    const before = runs
    await new Promise((done) => setTimeout(done, 1500))

    expect(runs).toBe(before)
  })

  test('a worker that is closed waits for the job in hand', async () => {
    await start({ receive: receiverJob(folder, { takesMilliseconds: 800 }) })
    const [id] = await send(1)
    await vi.waitFor(async () => {
      expect(await db.outboxMessage.findFirst({ where: { attempts: 1 } })).not.toBeNull()
    }, PATIENCE)

    await workers.splice(0)[0]!.close()

    expect(await receivedIn(folder)).toEqual(new Map([[id, 1]]))
    expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0)
  })
}

async function send(count: number, jobName = 'receive', payload?: Record<string, unknown>): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await db.outboxMessage.createMany({
    data: ids.map((id, number) => ({ id, job: jobName, payload: { number, ...payload }, createdAt: new Date() })),
  })
  return ids
}

async function allAreDone(): Promise<void> {
  await vi.waitFor(async () => expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0), PATIENCE)
}
