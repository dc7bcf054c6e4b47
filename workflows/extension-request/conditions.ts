import type { Conditions } from '../permit.ts'
import { isDoneBy } from '../scene.ts'
import type { ExtensionRequestEvent } from './events.ts'
import type { ExtensionRequestContext } from './machine.ts'

export type ExtensionRequestCondition = 'requestIsAnothers' | 'dayIsLater' | 'dayIsWithinTheGivers'

export const extensionRequestConditions: Conditions<
  ExtensionRequestCondition,
  { context: ExtensionRequestContext; event: ExtensionRequestEvent }
> = {
  /** Nobody decides their own request. */
  requestIsAnothers: ({ context, event }) => !isDoneBy(event.scene, [context.requesterId, context.requesterForId]),
  /** What has become open-ended since needs no more time. */
  dayIsLater: ({ event: { scene, ...event } }) =>
    event.type !== 'grant' || (scene.dueOn !== null && event.dueOn > scene.dueOn),
  /** Nobody can give more time than they have, nor more than the outside assigner left. */
  dayIsWithinTheGivers: ({ event }) =>
    event.type !== 'grant' || !event.scene.latestDueOn || event.dueOn <= event.scene.latestDueOn,
}
