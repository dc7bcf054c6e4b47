import { describe, expect, test } from 'vitest'
import { errorName, failureCause } from './failure-cause.ts'

describe('what kind of failure it was', () => {
  test.each([
    ['UnknownJob: There is no job named mail.send', 'unknownJob'],
    ['ZodError: [ { "code": "invalid_type" } ]', 'payload'],
    ['PrismaClientInitializationError: connect ECONNREFUSED 127.0.0.1:5432', 'database'],
    ['NoFreeConnection: ', 'database'],
    ['AggregateError: 1 of 3 failed, the first because: PrismaClientKnownRequestError: refused', 'database'],
    ['Error: ENOSPC: no space left on device', 'storage'],
    ['TypeError: fetch failed', 'outside'],
    ['Error: connect ECONNREFUSED 10.0.0.1:25', 'outside'],
    ['TypeError: Cannot read properties of undefined', 'fault'],
    ['something thrown', 'fault'],
  ])('%s', (lastError, cause) => {
    expect(failureCause(lastError)).toBe(cause)
  })
})

test('of the error only its name is shown, never what it quotes', () => {
  expect(errorName('TypeError: Về việc bổ nhiệm ông A')).toBe('TypeError')
  expect(errorName('Error: Về việc bổ nhiệm')).toBeNull()
  expect(errorName('Về việc bổ nhiệm: ông A')).toBeNull()
})
