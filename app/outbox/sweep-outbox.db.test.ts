import { v7 as newId } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { settleWithin } from './message.server.ts'
import { removeSettledMessages, returnLostMessages } from './sweep-outbox.server.ts'

const NOW = new Date('2021-09-10T02:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

beforeEach(() => db.outboxMessage.deleteMany())

test('what was handed over long ago and is not done goes back; what is new or done does not', async () => {
  const lost = await message({ handedAt: ago(6 * MINUTE) })
  const fresh = await message({ handedAt: ago(4 * MINUTE) })
  const done = await message({ handedAt: ago(6 * MINUTE), doneAt: ago(6 * MINUTE) })

  await returnLostMessages(NOW)

  expect(await handedAtOf(lost)).toBeNull()
  expect(await handedAtOf(fresh)).toEqual(ago(4 * MINUTE))
  expect(await handedAtOf(done)).toEqual(ago(6 * MINUTE))
})

test('what a job has in its own transaction is not waited for, and does not go back', async () => {
  const lost = await message({ handedAt: ago(6 * MINUTE) })
  const inHand = await message({ handedAt: ago(9 * MINUTE) })
  await transaction('job', async (tx) => {
    await settleWithin(tx, inHand, NOW)
    await returnLostMessages(NOW)
    expect(await handedAtOf(lost)).toBeNull()
  })
  expect(await handedAtOf(inHand)).toEqual(ago(9 * MINUTE))
})

test('done messages go after thirty days; one that is not done never goes', async () => {
  await message({ doneAt: ago(31 * DAY) })
  const kept = [await message({ doneAt: ago(29 * DAY) }), await message({ handedAt: ago(400 * DAY) })]

  await removeSettledMessages(NOW)

  const left = await db.outboxMessage.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  expect(left.map(({ id }) => id)).toEqual(kept)
})

async function message(moments: { handedAt?: Date; doneAt?: Date }): Promise<string> {
  const id = newId()
  await db.outboxMessage.create({ data: { id, job: 'none', payload: {}, createdAt: ago(500 * DAY), ...moments } })
  return id
}

async function handedAtOf(id: string): Promise<Date | null> {
  const { handedAt } = await db.outboxMessage.findUniqueOrThrow({ where: { id } })
  return handedAt
}

function ago(milliseconds: number): Date {
  return new Date(NOW.getTime() - milliseconds)
}
