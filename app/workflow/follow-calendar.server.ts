import { v7 as newId } from 'uuid'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { planCalendarChange } from '#workflows/orders.ts'
import { recordPlan } from './record.server.ts'
import { lockRoot } from './restore.server.ts'

export interface FollowingCalendar {
  rootId: string
  /** The due day as it was when the order was given. */
  from: Day
  dueOn: Day
  /** What announced the days. */
  source: string
  /** Whose order it is, and the post they gave it in. */
  orderedBy: { actor: Actor; postId: string }
  at: Date
  /** Asked when the task is locked, before anything moves: false where another run has seen to it. */
  claim: (tx: Transaction) => Promise<boolean>
  /** Notes in the same transaction whether the due day moved. */
  note: (tx: Transaction, moved: boolean) => Promise<void>
}

/**
 * The due day of one task goes with the working calendar. It asks nobody's sight of the task, and leaves the day where somebody has
 * changed it since the order was given.
 */
export function followCalendar(following: FollowingCalendar): Promise<void> {
  const { rootId, orderedBy, at, claim, note, ...order } = following
  return transaction('follow calendar', async (tx) => {
    const stored = await lockRoot(tx, rootId)
    if (!(await claim(tx))) return
    const made = planCalendarChange(stored.tree, order, {
      ...orderedBy,
      onBehalfOfId: null,
      today: officeDay(at),
      newId,
    })
    if (made.ok) await recordPlan(tx, { plan: made, stored, actorId: orderedBy.actor.personId, at })
    await note(tx, made.ok)
  })
}
