/**
 * Loaded into a process before it starts: `node --import '<this>?file=<file>' worker.ts`. The application's clock is as far off the
 * real one as the file says at the moment it is asked, and goes on from there. What waits in the queue goes by the real one.
 */
import { readFileSync } from 'node:fs'
import { stopClock } from '#app/platform/clock.server.ts'

const file = new URL(import.meta.url).searchParams.get('file')
if (!file) throw new Error('Needs the file that says how far the clock is off')

/** The clock that is stopped at it makes a new Date of it each time, and so asks it each time. */
const moving = { valueOf: () => Date.now() + Number(readFileSync(file, 'utf8')) }
stopClock(moving as Date)
