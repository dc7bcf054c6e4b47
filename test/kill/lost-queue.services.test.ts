import { vi } from 'vitest'
import { testLostQueue } from './lost-queue-rules.ts'

/** The address is read when the application is loaded. */
const mailPort = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  return free
})

testLostQueue(mailPort)
