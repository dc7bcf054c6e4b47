import { v7 as newId } from 'uuid'
import { filtersIn, searchOf } from '#app/directives/task-filters.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { Conflict, Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import { unitsToShareWith } from './policy.ts'

interface SaveView {
  name: string
  /** Filters out of an address; what is none of them is left out. */
  search: string
  unitId?: string | undefined
  by: Actor
  at: Date
}

/** @throws Refused (not a unit of theirs to share with), Conflict (they have one of this name) */
export function saveView({ name, search, unitId, by, at }: SaveView): Promise<{ search: string }> {
  requireUnitToShareWith(by, unitId)
  const kept = searchOf(filtersIn(new URLSearchParams(search)))
  return transaction('saveView', async (tx) => {
    await requireFreeName(tx, { name, by, besides: null })
    const view = { id: newId(), personId: by.personId, name, search: kept, unitId: unitId ?? null, createdAt: at }
    await tx.savedView.create({ data: view })
    return { search: kept }
  })
}

export function requireUnitToShareWith(by: Actor, unitId: string | undefined): void {
  if (unitId && !unitsToShareWith(by).includes(unitId)) throw new Refused('savedViews:errors.notToShareWith')
}

/** Two of one name could not be told apart. */
export async function requireFreeName(
  tx: Transaction,
  { name, by, besides }: { name: string; by: Actor; besides: string | null },
): Promise<void> {
  const taken = await tx.savedView.findUnique({ where: { personId_name: { personId: by.personId, name } } })
  if (taken && taken.id !== besides) throw new Conflict('savedViews:errors.nameTaken')
}
