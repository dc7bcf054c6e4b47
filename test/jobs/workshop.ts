/** A queue of its own for each test, with whatever workers the test starts, and a folder that receives what they do. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { JobTable } from '#app/jobs/job.server.ts'
import { startWorker, type Worker } from '#app/jobs/worker.server.ts'
import { db } from '#app/platform/db.server.ts'
import { READ_ONLY } from '#app/read-only/read-only-mode.server.ts'

export interface Workshop {
  folder: string
  queueName: string
  start: (jobs: JobTable, pace?: { graceMilliseconds?: number; lookMilliseconds?: number }) => Promise<void>
  closeWorkers: () => Promise<void>
}

export const PATIENCE = { timeout: 30_000, interval: 50 }

/** Prepared before each of the tests that follow, and cleared after it. */
export function workshop(): Workshop {
  const workers: Worker[] = []
  const shop: Workshop = {
    folder: '',
    queueName: '',
    async start(jobs, pace = {}) {
      workers.push(await startWorker({ jobs, queueName: shop.queueName, lockMilliseconds: 1500, ...pace }))
    },
    async closeWorkers() {
      await Promise.all(workers.splice(0).map((worker) => worker.close()))
    },
  }
  beforeEach(async () => {
    shop.folder = await mkdtemp(join(tmpdir(), 'receiver-'))
    shop.queueName = `test-${newId()}`
    await db.outboxMessage.deleteMany()
    await db.setting.deleteMany({ where: { key: READ_ONLY } })
  })
  afterEach(async () => {
    await shop.closeWorkers()
    await rm(shop.folder, { recursive: true })
  })
  return shop
}

/** Puts messages in the outbox and answers with their ids. */
export async function send(count: number, jobName = 'receive', payload?: Record<string, unknown>): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await db.outboxMessage.createMany({
    data: ids.map((id, number) => ({ id, job: jobName, payload: { number, ...payload }, createdAt: new Date() })),
  })
  return ids
}

export async function allAreDone(): Promise<void> {
  await vi.waitFor(async () => expect(await db.outboxMessage.count({ where: { doneAt: null } })).toBe(0), PATIENCE)
}
