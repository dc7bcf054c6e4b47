import { expect, test } from 'vitest'
import { now, officeDay, stopClock } from './clock.server.ts'

test('the day of the office begins at its own midnight, seven hours before that of UTC', () => {
  expect(officeDay(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
  expect(officeDay(new Date('2026-11-21T17:00:00.000Z'))).toBe('2026-11-22')
})

test('a stopped clock stands until it is let go', () => {
  const moment = new Date('2021-09-09T02:00:00Z')
  const letGo = stopClock(moment)
  expect(now()).toEqual(moment)
  letGo()
  expect(now().getFullYear()).toBeGreaterThan(2021)
})
