import { type Actor, postIn } from '#workflows/actor.ts'

/** Whom the list offers acts on many tasks: the assigner's side. Each act asks the machine all the same. */
export function mayActOnMany(actor: Actor): boolean {
  return Boolean(postIn(actor, 'SECRETARIAT') ?? postIn(actor, 'LEADER'))
}
