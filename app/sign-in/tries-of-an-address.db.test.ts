import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { countTryOfAddress } from './tries-of-an-address.server.ts'

const limit = { window: 60, max: 3 }
const start = new Date('2026-11-23T01:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

test('more than so many within a minute are held back until the minute is over', async () => {
  const key = newId()
  for (const second of [0, 10, 20]) expect((await countTryOfAddress(key, limit, after(second))).allowed).toBe(true)
  expect(await countTryOfAddress(key, limit, after(30))).toEqual({ allowed: false, retryAfter: 30 })
  expect(await countTryOfAddress(key, limit, after(59))).toEqual({ allowed: false, retryAfter: 1 })
  expect(await countTryOfAddress(key, limit, after(60))).toEqual({ allowed: true, retryAfter: null })
})

test('people who sign in one after the other all morning are never held back', async () => {
  const key = newId()
  const allowed = []
  for (let second = 0; second < 3600; second += 25) {
    allowed.push((await countTryOfAddress(key, limit, after(second))).allowed)
  }
  expect(allowed.every(Boolean)).toBe(true)
})

test('of many at once no more than so many are heard', async () => {
  const key = newId()
  const tries = await Promise.all(Array.from({ length: 20 }, () => countTryOfAddress(key, limit, start)))
  expect(tries.filter(({ allowed }) => allowed)).toHaveLength(3)
})
