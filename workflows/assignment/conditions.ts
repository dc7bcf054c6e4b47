import { isPast } from '../calendar/due-hour.ts'
import type { Conditions } from '../permit.ts'
import { holderKey } from '../holder.ts'
import { areNewHolders, isDoneBy } from '../scene.ts'
import type { AssignmentEvent } from './events.ts'
import type { AssignmentContext } from './machine.ts'

export type AssignmentCondition =
  | 'lineIsOpen'
  | 'isDueInTime'
  | 'isHandedOnce'
  | 'isHandedToPersons'
  | 'latenessIsExplained'
  | 'supportersReportedOrExplained'
  | 'isContribution'
  | 'contributionIsAnothers'
  | 'hasDueDay'
  | 'extensionIsNotAsked'
  | 'dayIsLater'
  | 'dayIsWithinTheGivers'

export const assignmentConditions: Conditions<
  AssignmentCondition,
  { context: AssignmentContext; event: AssignmentEvent }
> = {
  /** The result has not been passed up over this assignment, nor the task suspended. */
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
    return areNewHolders(
      event.scene,
      event.delegates.map((delegate) => holderKey(delegate.holder)),
    )
  },
  /** Of a restricted task nobody learns but by name. */
  isHandedToPersons: ({ event }) =>
    event.type !== 'delegate' ||
    !event.scene.restricted ||
    event.delegates.every((delegate) => 'personId' in delegate.holder),
  /** A late report says why it is late (domain 4.3, lý do chậm). */
  latenessIsExplained: ({ event }) => {
    const { dueOn, dueHour } = event.scene
    if (event.type !== 'report' || !dueOn) return true
    return !isPast({ dueOn, dueHour }, event.scene) || event.latenessReason !== undefined
  },
  /** The lead passes the result up when its supporters have reported, or says why it goes on without them. */
  supportersReportedOrExplained: ({ event }) =>
    event.type !== 'report' || event.scene.openSupporters === 0 || event.withoutSupportersReason !== undefined,
  isContribution: ({ event }) => event.scene.isContribution,
  /** Who heads both units does not judge their own contribution. */
  contributionIsAnothers: ({ context, event }) => !isDoneBy(event.scene, [context.reporterId, context.reporterForId]),
  /** Open-ended work needs no more time. */
  hasDueDay: ({ event }) => event.scene.dueOn !== null,
  extensionIsNotAsked: ({ event }) => !event.scene.isExtensionAsked,
  dayIsLater: ({ event }) => event.type !== 'requestExtension' || !event.scene.dueOn || event.dueOn > event.scene.dueOn,
  /** Nobody can be given more time than the giver has, or than the outside assigner left. */
  dayIsWithinTheGivers: ({ event }) =>
    event.type !== 'requestExtension' || !event.scene.latestDueOn || event.dueOn <= event.scene.latestDueOn,
}
