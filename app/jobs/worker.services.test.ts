import { expect, test } from 'vitest'
import { env } from '#app/platform/env.server.ts'
import { testWorkerRules } from '#test/jobs/worker-rules.ts'

test('the queue lies on Redis', () => {
  expect(env.REDIS_URL).toMatch(/^redis:/)
})

testWorkerRules()
