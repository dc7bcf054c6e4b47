import { db } from '#app/platform/db.server.ts'
import { readReadOnlyMode } from '#app/read-only/read-only-mode.server.ts'
import { errorName, failureCause, type FailureCause } from './failure-cause.ts'

export interface ScheduleRow {
  job: string
  everyMilliseconds: number
  startedAt: Date | null
  /** Of the last run; null while it is under way. */
  tookMilliseconds: number | null
  state: 'never' | 'running' | 'done' | 'failed'
  cause: FailureCause | null
  errorName: string | null
  isLate: boolean
}

/** A worker that is started again, or busy, skips a turn now and then; more is worth a look. */
const TURNS_MISSED = 2
const MINUTE = 60_000

/** Each job of the clock and its last run. */
export async function listSchedules(at: Date): Promise<ScheduleRow[]> {
  const [runs, readOnly] = await Promise.all([db.scheduleRun.findMany({ orderBy: { job: 'asc' } }), readReadOnlyMode()])
  return runs.map(({ job, everyMilliseconds, registeredAt, startedAt, endedAt, lastError }) => {
    const failed = endedAt && lastError !== null ? lastError : null
    const sinceMilliseconds = at.getTime() - (startedAt ?? registeredAt).getTime()
    return {
      job,
      everyMilliseconds,
      startedAt,
      tookMilliseconds: startedAt && endedAt ? endedAt.getTime() - startedAt.getTime() : null,
      state: startedAt === null ? 'never' : endedAt === null ? 'running' : failed === null ? 'done' : 'failed',
      cause: failed === null ? null : failureCause(failed),
      errorName: failed === null ? null : errorName(failed),
      // While nothing may be written most of them wait on purpose.
      isLate: readOnly === null && sinceMilliseconds > TURNS_MISSED * everyMilliseconds + MINUTE,
    }
  })
}
