import { afterEach, expect, test, vi } from 'vitest'
import { now, setAhead } from './clock.server.ts'
import { followDatabaseClock } from './database-clock.server.ts'
import { db } from './db.server.ts'

afterEach(() => {
  vi.restoreAllMocks()
  setAhead(0)
})

test('a machine whose clock is wrong goes by that of the database', async () => {
  const real = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => real() - 3 * 60 * 60_000)
  const clock = await followDatabaseClock()
  expect(Math.abs(now().getTime() - real())).toBeLessThan(60_000)
  clock.close()
})

test('clocks that are alike are left as they are, and so is one that nobody tells the time', async () => {
  const clock = await followDatabaseClock()
  expect(now().getTime() - Date.now()).toBeLessThanOrEqual(0)
  clock.close()
  setAhead(90_000)
  vi.spyOn(db, '$queryRaw').mockRejectedValue(new Error('not there'))
  const blind = await followDatabaseClock()
  expect(now().getTime() - Date.now()).toBeGreaterThan(60_000)
  blind.close()
})
