import type { Actor } from '#workflows/actor.ts'

/** A person acting on their own account and sessions. */
export interface OwnAccountAct {
  loginId: string
  sessionId: string
  by: Actor
  address: string | null
  at: Date
}
