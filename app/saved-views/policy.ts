import type { Actor } from '#workflows/actor.ts'

interface Owned {
  personId: string
  unitId: string | null
}

/** The units a person may share a view with: those they head, and the secretariat's own unit if they are of it. */
export function unitsToShareWith({ posts }: Actor): string[] {
  const ids = posts.flatMap(({ role, unitId }) =>
    unitId && (role === 'UNIT_HEAD' || role === 'DEPUTY_HEAD' || role === 'SECRETARIAT') ? [unitId] : [],
  )
  return [...new Set(ids)]
}

/** A view shared with a unit is seen by whoever holds a post in it. */
export function maySeeView(actor: Actor, { personId, unitId }: Owned): boolean {
  return personId === actor.personId || (unitId !== null && actor.posts.some((post) => post.unitId === unitId))
}

export function mayChangeView(actor: Actor, { personId }: Owned): boolean {
  return personId === actor.personId
}

/** Whoever may share with a unit keeps its views in order, also those of people who have left. */
export function mayRemoveView(actor: Actor, view: Owned): boolean {
  return mayChangeView(actor, view) || (view.unitId !== null && unitsToShareWith(actor).includes(view.unitId))
}
