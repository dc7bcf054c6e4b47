import { setAhead } from './clock.server.ts'
import { db } from './db.server.ts'
import { log } from './log.server.ts'

const EVERY_MILLISECONDS = 60_000
/** Clocks nearer to each other than this are left: the question takes its time, and a clock that steps back and forth is worse. */
const ALIKE_MILLISECONDS = 200
/** From here on a machine's own clock is wrong enough to be put right. */
const WRONG_MILLISECONDS = 5_000

export interface FollowedClock {
  close(): void
}

/**
 * The database's time is the one clock: processes may run on machines whose own differ, and what is due, late or expired must not
 * depend on which of them was asked. Where the database does not answer, the clock goes on as it last was.
 */
export async function followDatabaseClock(): Promise<FollowedClock> {
  let ahead = 0
  const follow = async (): Promise<void> => {
    try {
      const measured = await millisecondsAhead()
      if (Math.abs(measured - ahead) < ALIKE_MILLISECONDS) return
      ahead = measured
      setAhead(ahead)
      if (Math.abs(ahead) > WRONG_MILLISECONDS)
        log.warn({ ahead }, 'the clock of this machine is not that of the database')
    } catch (error) {
      log.error({ err: error }, 'the database could not be asked for the time')
    }
  }
  await follow()
  const timer = setInterval(() => void follow(), EVERY_MILLISECONDS)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

async function millisecondsAhead(): Promise<number> {
  const asked = Date.now()
  const [row] = await db.$queryRaw<{ at: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`
  return Math.round(row!.at - (asked + Date.now()) / 2)
}
