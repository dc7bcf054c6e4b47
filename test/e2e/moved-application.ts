import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { officeClock } from '#test/kill/office-clock.ts'
import type { OutsideQueue } from '#test/kill/queue-store.ts'
import type { RunningApplication } from '#test/setup/application.global.ts'
import { startApplication } from '#test/setup/start-application.ts'

/** An application of its own with all its processes, whose days a test passes in seconds. */
export interface MovedApplication {
  application: RunningApplication
  moveTo: (moment: Date) => void
  /** The periodic job that tells reminders, as if its ten minutes were over; until its work is done. */
  remind(): Promise<void>
  stop: () => Promise<void>
}

const PATIENCE = { timeout: 30_000 }

export async function startMovedApplication(moment: Date): Promise<MovedApplication> {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'))
  const clock = officeClock(folder, moment)
  const { application, stop } = await startApplication({ NODE_OPTIONS: clock.processOptions.execArgv.join(' ') })
  const queue = await queueOf(application)
  return {
    application,
    moveTo: (to) => clock.moveTo(to),
    async remind() {
      await queue.askFor('reminders.tell')
      await queue.untilIdle(PATIENCE)
    },
    async stop() {
      await queue.close()
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The address of the queue is read once, when that part of the product is loaded: here it is loaded anew. */
async function queueOf({ applicationUrl }: RunningApplication): Promise<OutsideQueue> {
  vi.stubEnv('DATABASE_URL', applicationUrl)
  vi.resetModules()
  const { openOutsideQueue } = await import('#test/kill/queue-store.ts')
  return openOutsideQueue()
}
