import { v7 as newId } from 'uuid'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { planHandOver } from '#workflows/plan.ts'
import type { Succession } from '#workflows/succession.ts'
import { recordPlan } from './record.server.ts'
import { lockRoot } from './restore.server.ts'

export interface HandingOver {
  rootId: string
  handoverId: string
  succession: Succession
  /** Whose order it is, and the post they gave it in. */
  orderedBy: { actor: Actor; postId: string }
  at: Date
}

/**
 * What is open of one task goes to whoever takes over, as the office has ordered. It asks nobody's sight of the task: whoever
 * keeps the organisation orders it without reading it. False where nothing of it goes to anybody else, as in a second run.
 */
export function handOverTask({ rootId, handoverId, succession, orderedBy, at }: HandingOver): Promise<boolean> {
  return transaction('hand over', async (tx) => {
    const stored = await lockRoot(tx, rootId)
    const order = { ...orderedBy, today: officeDay(at), newId }
    const made = planHandOver(stored.tree, { handoverId, succession }, order)
    if (!made.ok) return false
    await recordPlan(tx, { plan: made, stored, actorId: orderedBy.actor.personId, at })
    return true
  })
}
