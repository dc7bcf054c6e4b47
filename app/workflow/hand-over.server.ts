import { v7 as newId } from 'uuid'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { planHandOver } from '#workflows/orders.ts'
import type { Succession } from '#workflows/succession.ts'
import { recordPlan } from './record.server.ts'
import { lockRoot } from './restore.server.ts'

export interface HandingOver {
  rootId: string
  succession: Succession
  /** The document that says so. */
  documentSymbol: string
  documentOn: Day
  /** Whose order it is, and the post they gave it in. */
  orderedBy: { actor: Actor; postId: string }
  at: Date
  /** Notes in the same transaction whether anything of the task went to somebody else. */
  note?: (tx: Transaction, moved: boolean) => Promise<void>
}

/**
 * What is open of one task goes to whoever takes over, as the office has ordered. It asks nobody's sight of the task: whoever
 * keeps the organisation orders it without reading it. False where nothing of it goes to anybody else, as in a second run.
 */
export function handOverTask({ rootId, orderedBy, at, note, ...order }: HandingOver): Promise<boolean> {
  return transaction('hand over', async (tx) => {
    const stored = await lockRoot(tx, rootId)
    const made = planHandOver(stored.tree, order, { ...orderedBy, onBehalfOfId: null, today: officeDay(at), newId })
    if (made.ok) await recordPlan(tx, { plan: made, stored, actorId: orderedBy.actor.personId, at })
    await note?.(tx, made.ok)
    return made.ok
  })
}
