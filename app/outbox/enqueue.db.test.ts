import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { enqueue } from './enqueue.server.ts'

const asked = {
  job: 'workflow.fact' as const,
  payload: { rootId: newId(), stepNumber: 1, fact: 'task.issued', subjectId: newId() },
  at: new Date('2021-09-10T02:00:00Z'),
}

test('a job that a use case asks for waits in the outbox once its transaction has committed', async () => {
  await transaction('asks', (tx) => enqueue(tx, asked))

  expect(await db.outboxMessage.findMany()).toMatchObject([
    { job: 'workflow.fact', payload: asked.payload, createdAt: asked.at, handedAt: null, doneAt: null, attempts: 0 },
  ])
})

test('a job asked for in a transaction that fails is not there', async () => {
  await db.outboxMessage.deleteMany()

  const failing = transaction('fails', async (tx) => {
    await enqueue(tx, asked)
    throw new Error('refused after all')
  })

  await expect(failing).rejects.toThrow('refused after all')
  expect(await db.outboxMessage.count()).toBe(0)
})
