import type { Day } from './calendar/day.ts'
import type { Parts } from './permit.ts'

/**
 * What an event sees beside its own values: who acts, in which parts, and how the rest of the tree stands.
 * The planner makes it; a consequence carries the scene of the act that caused it, without parts.
 */
export interface Scene<Part extends string> {
  personId: string
  /** The day of the act, in the office's zone. */
  today: Day
  parts: Parts<Part>
  sourceIsSigned: boolean
  /** Everything above the subject still waits for it. */
  lineIsOpen: boolean
  /** The subject's own due day, which those below may not pass. */
  dueOn: Day | null
  /** Whom the subject cannot be handed on to: who holds it, who stands above, who has an open part of it already. */
  takenHolderKeys: string[]
  /** Named persons only. */
  restricted: boolean
}
