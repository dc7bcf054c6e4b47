import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import type { Parts } from './permit.ts'

/**
 * What an event sees beside its own values: who acts, in which parts, and how the rest of the tree stands.
 * The planner makes it; a consequence carries the scene of the act that caused it, without parts.
 */
export interface Scene<Part extends string> {
  personId: string
  /** The absent person they act for, as their substitute. */
  insteadOfId: string | null
  /** The day of the act, in the office's zone. */
  today: Day
  /** The hour of the act; null where nobody asks for it. */
  hour: Hour | null
  parts: Parts<Part>
  sourceIsSigned: boolean
  /** Everything above the subject still waits for it. */
  lineIsOpen: boolean
  /** The subject's own due day, which those below may not pass. */
  dueOn: Day | null
  dueHour: Hour | null
  /** The last day the subject's due day may be put off to: that of whoever gave the work. */
  latestDueOn: Day | null
  /** Whom the subject cannot be handed on to: who holds it, who stands above, who has an open part of it already. */
  takenHolderKeys: string[]
  /** Named persons only. */
  restricted: boolean
  /** Given by an outside assigner. */
  isFromOutside: boolean
  /** Some unit has received its part. */
  isReceived: boolean
  /** How many supporting units have neither reported nor been let off. */
  openSupporters: number
  /** A supporting unit's own part, as against the lead's or what was handed on. */
  isContribution: boolean
  /** The subject waits already for an answer to its request for more time. */
  isExtensionAsked: boolean
}

/** None of these has a part already, and none is named twice. What merged may hold two parts; it gets no third. */
export function areNewHolders({ takenHolderKeys }: Scene<string>, keys: string[]): boolean {
  return new Set(keys).size === keys.length && keys.every((key) => !takenHolderKeys.includes(key))
}

/** Whether whoever acts, or whom they act for, is one of these: nobody decides on their own doing, by neither name. */
export function isDoneBy({ personId, insteadOfId }: Scene<string>, ids: (string | null)[]): boolean {
  return ids.some((id) => id !== null && (id === personId || id === insteadOfId))
}
