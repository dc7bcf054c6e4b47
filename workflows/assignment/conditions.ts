import type { Conditions } from '../permit.ts'
import { holderKey } from '../holder.ts'
import type { AssignmentEvent } from './events.ts'
import type { AssignmentContext } from './machine.ts'

export type AssignmentCondition = 'lineIsOpen' | 'isDueInTime' | 'isHandedOnce' | 'isHandedToPersons'

export const assignmentConditions: Conditions<
  AssignmentCondition,
  { context: AssignmentContext; event: AssignmentEvent }
> = {
  /** The result has not been passed up over this assignment. */
  lineIsOpen: ({ event }) => event.scene.lineIsOpen,
  /** Whoever hands on gives a day no later than their own. */
  isDueInTime: ({ event }) => {
    const ownDueOn = event.scene.dueOn
    if (event.type !== 'delegate' || !ownDueOn) return true
    return event.delegates.every((delegate) => delegate.dueOn !== null && delegate.dueOn <= ownDueOn)
  },
  /** Nobody is handed the same work twice while they still have it, nor back up the line it came down. */
  isHandedOnce: ({ event }) => {
    if (event.type !== 'delegate') return true
    const keys = [...event.scene.takenHolderKeys, ...event.delegates.map((delegate) => holderKey(delegate.holder))]
    return new Set(keys).size === keys.length
  },
  /** Of a restricted task nobody learns but by name. */
  isHandedToPersons: ({ event }) =>
    event.type !== 'delegate' ||
    !event.scene.restricted ||
    event.delegates.every((delegate) => 'personId' in delegate.holder),
}
