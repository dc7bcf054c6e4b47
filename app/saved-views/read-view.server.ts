import { db, type Transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { maySeeView, unitsToShareWith } from './policy.ts'
import { type ShownView, shownViews } from './shown-views.server.ts'

export interface SavedView {
  id: string
  personId: string
  name: string
  search: string
  unitId: string | null
}

/** @throws NotFound when it is not there, or another's and not shared with a unit of theirs */
export async function readView(client: Transaction, viewId: string, actor: Actor): Promise<SavedView> {
  const view = await client.savedView.findUnique({
    where: { id: viewId },
    select: { id: true, personId: true, name: true, search: true, unitId: true },
  })
  if (!view || !maySeeView(actor, view)) throw new NotFound()
  return view
}

export function readOneView(viewId: string, actor: Actor): Promise<SavedView> {
  return readView(db, viewId, actor)
}

/** The units a view may be shared with, by name. */
export function readUnitsToShareWith(actor: Actor): Promise<{ value: string; label: string }[]> {
  return db.$queryRaw<{ value: string; label: string }[]>`
    select id as value, name as label from unit where id = any(${unitsToShareWith(actor)}::uuid[]) order by position`
}

export async function listViews(actor: Actor): Promise<ShownView[]> {
  const [row] = await db.$queryRaw<[{ views: ShownView[] }]>`select ${shownViews(actor)} as views`
  return row.views
}
