import type { Actor } from '#workflows/actor.ts'

/** The columns of an audit entry that say who did it, from where and when. */
export function auditOf({ by, address, at }: { by: Actor; address: string | null; at: Date }) {
  return { organId: by.organId, actorId: by.personId, address, at }
}
