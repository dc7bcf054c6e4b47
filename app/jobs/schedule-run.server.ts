/** What the operator's page knows of the jobs of the clock: each schedule there is, and its last run. */
import { now } from '#app/platform/clock.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { failureWords } from '#app/outbox/message.server.ts'
import type { JobTable } from './job.server.ts'

/** These schedules and no others, as in the queue; what is known of their runs stays. */
export function registerSchedules(jobs: JobTable): Promise<void> {
  const schedules = schedulesOf(jobs)
  return transaction('registerSchedules', async (tx) => {
    // Several workers start at once: the rows are taken in one order, so that none waits for another in a circle.
    for (const { job, everyMilliseconds } of schedules.toSorted((one, other) => (one.job < other.job ? -1 : 1))) {
      await tx.scheduleRun.upsert({
        where: { job },
        create: { job, everyMilliseconds, registeredAt: now() },
        update: { everyMilliseconds },
      })
    }
    await tx.scheduleRun.deleteMany({ where: { job: { notIn: schedules.map(({ job }) => job) } } })
  })
}

/** Runs it, and writes down when it began and ended and what came of it. The error goes on. */
export async function observedRun(job: string, run: () => Promise<void>): Promise<void> {
  await db.scheduleRun.updateMany({ where: { job }, data: { startedAt: now(), endedAt: null } })
  try {
    await run()
  } catch (error) {
    await db.scheduleRun.updateMany({ where: { job }, data: { endedAt: now(), lastError: failureWords(error) } })
    throw error
  }
  await db.scheduleRun.updateMany({ where: { job }, data: { endedAt: now(), lastError: null } })
}

export function schedulesOf(jobs: JobTable): { job: string; everyMilliseconds: number }[] {
  return Object.entries(jobs).flatMap(([job, { everyMilliseconds }]) =>
    everyMilliseconds === undefined ? [] : [{ job, everyMilliseconds }],
  )
}
