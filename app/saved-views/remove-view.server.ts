import { transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { mayRemoveView } from './policy.ts'
import { readView } from './read-view.server.ts'

/** @throws NotFound, Refused */
export function removeView({ viewId, by }: { viewId: string; by: Actor }): Promise<void> {
  return transaction('removeView', async (tx) => {
    const view = await readView(tx, viewId, by)
    if (!mayRemoveView(by, view)) throw new Refused('savedViews:errors.notYours')
    await tx.savedView.deleteMany({ where: { id: viewId } })
  })
}
