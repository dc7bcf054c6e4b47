import { transaction } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { mayChangeView } from './policy.ts'
import { readView } from './read-view.server.ts'
import { requireFreeName, requireUnitToShareWith } from './save-view.server.ts'

interface ChangeView {
  viewId: string
  name: string
  unitId?: string | undefined
  by: Actor
}

/** Another name, shared with another unit or no longer. @throws NotFound, Refused, Conflict (the name is taken) */
export function changeView({ viewId, name, unitId, by }: ChangeView): Promise<{ search: string }> {
  return transaction('changeView', async (tx) => {
    const view = await readView(tx, viewId, by)
    if (!mayChangeView(by, view)) throw new Refused('savedViews:errors.notYours')
    if (unitId !== view.unitId) requireUnitToShareWith(by, unitId)
    await requireFreeName(tx, { name, by, besides: viewId })
    await tx.savedView.update({ where: { id: viewId }, data: { name, unitId: unitId ?? null } })
    return { search: view.search }
  })
}
