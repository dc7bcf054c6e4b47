import { type Actor, type Principal, principalsOf } from '#workflows/actor.ts'

/** The absent person whose obligation it is, where the reader holds it as their substitute only; null where it is their own. */
export function inWhosePlace(actor: Actor, holder: Principal): string | null {
  const holds = (who: Actor) => principalsOf(who).includes(holder)
  if (holds({ ...actor, standsInFor: [] })) return null
  return actor.standsInFor.find((absent) => holds({ ...absent, standsInFor: [] }))?.personId ?? null
}
