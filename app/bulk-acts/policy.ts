import { worksAs } from '#app/absences/works-as.ts'
import type { Actor } from '#workflows/actor.ts'

/** Whom the list offers acts on many tasks: the assigner's side. Each act asks the machine all the same. */
export function mayActOnMany(actor: Actor): boolean {
  return worksAs(actor, 'SECRETARIAT', 'LEADER')
}
