import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each(['127.0.0.1', '127.1.2.3', '::1', '[::1]', 'localhost'])('%s is this machine only', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org', 'localhost.example.org', ''])(
  '%s may be reached',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)
