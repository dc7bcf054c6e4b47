import { unitPrincipal } from '../actor.ts'
import type { Conditions } from '../permit.ts'
import { areNewHolders, isDoneBy, type Scene } from '../scene.ts'
import type { TaskEvent } from './events.ts'
import type { TaskContext } from './machine.ts'
import type { TaskPart } from './parts.ts'

export type TaskCondition =
  | 'sourceIsSignedForStandingDuty'
  | 'resultIsAnothers'
  | 'nobodyReceived'
  | 'isFromOutside'
  | 'isNotRestricted'
  | 'unitsAreNew'
  | 'supportersAreDueInTime'
  | 'dayIsWithinTheOuter'
  | 'newDayIsKnown'

export const taskConditions: Conditions<
  TaskCondition,
  { context: TaskContext; scene: Scene<TaskPart>; event: TaskEvent }
> = {
  /** The secretariat issues only what a leader has signed already; the directing leader's own word needs no paper. */
  sourceIsSignedForStandingDuty: ({ scene }) => 'directingLeader' in scene.parts || scene.sourceIsSigned,
  /** Nobody decides on a result they passed up themselves. */
  resultIsAnothers: ({ context, scene }) => !isDoneBy(scene, [context.reporterId, context.reporterForId]),
  /** Once a unit has taken its part up, the assigner no longer takes it back without a word: it is changed or revoked. */
  nobodyReceived: ({ scene }) => !scene.isReceived,
  isFromOutside: ({ scene }) => scene.isFromOutside,
  /** Whom a restricted task is named to is fixed while it is a draft. */
  isNotRestricted: ({ scene }) => !scene.restricted,
  /** No unit has two parts in a task at once. */
  unitsAreNew: ({ event, scene }) =>
    areNewHolders(
      scene,
      unitsNamedIn(event).map((unitId) => unitPrincipal(unitId)),
    ),
  /** A supporting unit is due no later than the lead. */
  supportersAreDueInTime: ({ event, scene: { dueOn } }) =>
    event.type !== 'addSupporters' ||
    !dueOn ||
    event.supporters.every((supporter) => supporter.dueOn !== null && supporter.dueOn <= dueOn),
  /** The inner day comes no later than the one the outside assigner set. */
  dayIsWithinTheOuter: ({ event, scene: { latestDueOn } }) =>
    (event.type !== 'changeDueDay' && event.type !== 'reopen') ||
    !latestDueOn ||
    (event.type === 'reopen' && event.dueOn === undefined) ||
    (Boolean(event.dueOn) && event.dueOn! <= latestDueOn),
  /** An extension by the outside assigner names the new day. */
  newDayIsKnown: ({ event }) =>
    event.type !== 'recordOutsideDecision' || event.decision !== 'EXTENSION' || event.outerDueOn !== undefined,
}

function unitsNamedIn(event: TaskEvent): string[] {
  if (event.type === 'addSupporters') return event.supporters.map(({ unitId }) => unitId)
  return event.type === 'reassign' ? [event.leadUnitId] : []
}
