/**
 * The queue, and where it lies: in schema `bullmq` of our own PostgreSQL, or on Redis when REDIS_URL names one. Nothing
 * else in the application knows which, nor that it is BullMQ. The store may lose everything: the outbox remembers what
 * is not done.
 */
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend, type Job } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { asApplication } from './database-address.server.ts'
import { env } from './env.server.ts'
import { log } from './log.server.ts'

export interface QueueStore {
  queue(name: string): WorkQueue
  /** Takes jobs off the queue until it is closed. A job whose handler throws is tried again, a while later each time. */
  work(name: string, handle: (job: QueuedJob) => Promise<void>, pace: WorkPace): QueueWorker
  /** After all queues and workers on it are closed. */
  close(): Promise<void>
}

export interface WorkQueue {
  /** A job that is still in the queue under the same id is not added again. */
  add(jobs: QueuedJob[], attempts: number): Promise<void>
  /** These schedules and no others; registered as often as one likes, each fires once a period over all processes. */
  schedule(schedules: Schedule[]): Promise<void>
  /** None are left where the store has lost everything. */
  hasSchedules(): Promise<boolean>
  depth(): Promise<QueueDepth>
  /** Takes everything out, also what is being worked on. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** How many jobs lie in the queue. One whose handler threw is delayed until its next try; after its last it is no longer here. */
export interface QueueDepth {
  waiting: number
  active: number
  delayed: number
}

export interface QueuedJob {
  id: string
  name: string
  data: unknown
}

interface Schedule {
  job: string
  everyMilliseconds: number
  data: unknown
}

interface WorkPace {
  concurrency: number
  /** How long a killed worker's job stays with it before another takes it up. */
  lockMilliseconds: number
}

interface QueueWorker {
  /**
   * Takes nothing new and waits for the jobs in hand. One that takes longer than it may is left in the middle: its lock lapses,
   * and another worker runs it again.
   */
  close(graceMilliseconds: number): Promise<void>
}

export function openQueueStore(): Promise<QueueStore> {
  return env.REDIS_URL ? Promise.resolve(openRedis(env.REDIS_URL)) : openPostgres()
}

/**
 * For who only looks: opened for the question and closed after it, and the tables are not made where no worker has run yet.
 *
 * @throws when the store does not answer
 */
export async function queueDepth(name: string): Promise<QueueDepth> {
  const store = env.REDIS_URL ? openRedis(env.REDIS_URL) : storeOver(connectPostgres(1))
  const queue = store.queue(name)
  try {
    return await queue.depth()
  } finally {
    await queue.close()
    await store.close()
  }
}

/** Its own small pool: what feeds the handlers must never wait for a connection that a handler holds. */
async function openPostgres(): Promise<QueueStore> {
  const connection = connectPostgres(5)
  const client = await connection.connect()
  try {
    // Several processes may start at once; the migrations stand in line behind a lock.
    await runMigrations(client)
  } finally {
    client.release()
  }
  return storeOver(connection)
}

function connectPostgres(max: number): pg.Pool {
  const connection = new pg.Pool({
    connectionString: inQueueSchema(asApplication(env.DATABASE_URL ?? '')),
    max,
    keepAlive: true,
  })
  connection.on('error', logLostConnection)
  return connection
}

function storeOver(connection: pg.Pool): QueueStore {
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return {
    queue: (name) => workQueueOver(new Queue(name, { connection })),
    work: (name, handle, pace) => {
      const inHand = new Set<Promise<void>>()
      return workerOver(new Worker(name, handling(handle, inHand), { connection, ...workerOptions(pace) }), inHand)
    },
    close: () => connection.end(),
  }
}

/** Adding fails at once when Redis is away, because the outbox tries again; taking waits until it is back. */
function openRedis(url: string): QueueStore {
  const adding = connectRedis(url, { waits: false })
  const taking = connectRedis(url, { waits: true })
  return {
    queue: (name) => workQueueOver(new Queue(name, { connection: adding })),
    work: (name, handle, pace) => {
      const inHand = new Set<Promise<void>>()
      return workerOver(
        new Worker(name, handling(handle, inHand), { connection: taking, ...workerOptions(pace) }),
        inHand,
      )
    },
    close: async () => {
      await Promise.all([adding, taking].map((connection) => connection.quit().catch(() => connection.disconnect())))
    },
  }
}

function connectRedis(url: string, { waits }: { waits: boolean }): Redis {
  const connection = new Redis(url, { maxRetriesPerRequest: waits ? null : 1 })
  connection.on('error', logLostConnection)
  return connection
}

/** The table names in BullMQ's statements are bare, so its connections look into its schema first. */
function inQueueSchema(databaseUrl: string): string {
  const address = new URL(databaseUrl)
  const options = [address.searchParams.get('options'), '-c search_path=bullmq'].filter(Boolean).join(' ')
  address.searchParams.set('options', options)
  return address.href
}

type BareQueue = Pick<
  Queue,
  'addBulk' | 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler' | 'getJobCounts' | 'obliterate' | 'close'
> & { on(event: 'error', listener: (error: Error) => void): unknown }

function workQueueOver(queue: BareQueue): WorkQueue {
  queue.on('error', logLostConnection)
  return {
    async add(jobs, attempts) {
      const opts = { attempts, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 }, ...NOTHING_KEPT }
      await queue.addBulk(jobs.map(({ id, name, data }) => ({ name, data, opts: { ...opts, jobId: id } })))
    },
    async schedule(schedules) {
      for (const { job, everyMilliseconds, data } of schedules) {
        await queue.upsertJobScheduler(job, { every: everyMilliseconds }, { name: job, data, opts: NOTHING_KEPT })
      }
      const wanted = new Set(schedules.map(({ job }) => job))
      for (const { key } of await queue.getJobSchedulers()) {
        if (!wanted.has(key)) await queue.removeJobScheduler(key)
      }
    },
    hasSchedules: async () => (await queue.getJobSchedulers()).length > 0,
    async depth() {
      const { wait = 0, active = 0, delayed = 0 } = await queue.getJobCounts('wait', 'active', 'delayed')
      return { waiting: wait, active, delayed }
    },
    clear: () => queue.obliterate({ force: true }),
    close: () => queue.close(),
  }
}

/** What became of a job stands in the outbox. A failed job that stayed here would keep its id from being handed again. */
const NOTHING_KEPT = { removeOnComplete: true, removeOnFail: true }

function workerOptions({ concurrency, lockMilliseconds }: WorkPace) {
  return {
    concurrency,
    lockDuration: lockMilliseconds,
    stalledInterval: lockMilliseconds / 3,
    // A worker killed again and again is no fault of the job's; one that kills its worker is seen by its attempts.
    maxStalledCount: 1_000,
  }
}

function handling(
  handle: (job: QueuedJob) => Promise<void>,
  inHand: Set<Promise<void>>,
): (job: Pick<Job, 'id' | 'name' | 'data'>) => Promise<void> {
  return ({ id, name, data }) => {
    const run = handle({ id: id ?? '', name, data: data as unknown })
    inHand.add(run)
    return run.finally(() => inHand.delete(run))
  }
}

interface BareWorker {
  on(event: 'error', listener: (error: Error) => void): unknown
  pause(doNotWaitActive: boolean): Promise<void>
  close(force: boolean): Promise<void>
}

/** The library cannot be told to close by force once it waits for its jobs, so the waiting is done here, before it closes. */
function workerOver(worker: BareWorker, inHand: Set<Promise<void>>): QueueWorker {
  worker.on('error', logLostConnection)
  return {
    async close(graceMilliseconds) {
      await worker.pause(true)
      const isDone = await settledWithin(graceMilliseconds, inHand)
      await worker.close(!isDone)
    },
  }
}

async function settledWithin(milliseconds: number, runs: Set<Promise<void>>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const done = Promise.allSettled(runs).then(() => true as const)
  return Promise.race([done, tooLong]).finally(() => clearTimeout(timer))
}

function logLostConnection(error: Error): void {
  log.warn({ reason: error.message }, 'the queue has trouble with its store')
}
