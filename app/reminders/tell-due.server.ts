import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { eachForItself } from '#app/jobs/each-for-itself.ts'
import { officeDay, officeHour } from '#app/platform/clock.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { isWorkingDay } from '#workflows/calendar/working-calendar.ts'
import { type Cursor, furthestByWork, itemsDue } from './items-due.server.ts'
import { officesThatRemind, policyInForce } from './policies.server.ts'
import { type Sweep, tellItems } from './tell-items.server.ts'

/** Nobody's telephone rings earlier. */
const FIRST_HOUR = 7
/** So few that an act on one of their tasks waits for milliseconds. */
const BATCH = 200
/** What is late for longer is found all the same; only the holidays further back are not counted. */
const DAYS_BACK = 400

/**
 * Tells what is to be told today and was not yet, in every office, on its working days. It asks what is missing and not what the
 * clock says: what a stopped worker missed comes with the next run, and a run too many finds nothing.
 *
 * @throws AggregateError of what failed, when all else was told
 */
export async function tellDueReminders(at: Date): Promise<void> {
  const today = officeDay(at)
  if (officeHour(at) < FIRST_HOUR) return
  await eachForItself(await officesThatRemind(), async (organId) => {
    const version = await policyInForce(organId)
    const calendar = await readWorkingCalendar(db, organId, daysAfter(today, -DAYS_BACK))
    if (!isWorkingDay(calendar, today)) return
    const furthest = furthestByWork(version.policy, today, calendar)
    await sweepOffice({ version, calendar, furthest, today, at })
  })
}

/** Batch by batch; one that fails is gone through again item by item, so that what cannot be told holds back nothing else. */
async function sweepOffice(sweep: Sweep): Promise<void> {
  const faults: unknown[] = []
  let after: Cursor | null = null
  do {
    const from: Cursor | null = after
    try {
      after = await tellBatch(sweep, from, BATCH)
    } catch {
      const { items, next } = await readBatch(sweep, from)
      const befores = [from, ...items.slice(0, -1)]
      await eachForItself(befores, (before) => tellBatch(sweep, before, 1)).catch((fault: unknown) =>
        faults.push(fault),
      )
      after = next
    }
  } while (after)
  if (faults.length > 0) throw new AggregateError(faults, String(faults[0]))
}

/** @returns where the next batch goes on; null after the last */
function tellBatch(sweep: Sweep, after: Cursor | null, most: number): Promise<Cursor | null> {
  return transaction('tell reminders', async (tx) => {
    const { items, next } = await itemsDue(tx, { ...asked(sweep), after, most })
    await tellItems(tx, items, sweep)
    return next
  })
}

function readBatch(sweep: Sweep, after: Cursor | null) {
  return transaction('read what failed', (tx) => itemsDue(tx, { ...asked(sweep), after, most: BATCH }))
}

function asked({ version, furthest }: Sweep) {
  return { organId: version.organId, furthest }
}
