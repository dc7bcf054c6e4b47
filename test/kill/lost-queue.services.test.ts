import { vi } from 'vitest'
import { testLostQueue } from './lost-queue-rules.ts'

/** Addresses are read when the application is loaded. */
const mailPort = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  // What this test empties is not where others have their queues.
  process.env.REDIS_URL += '/1'
  return free
})

testLostQueue(mailPort)
