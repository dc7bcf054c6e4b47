import { emit, setup } from 'xstate'
import { type Permit, refusalOf } from '../permit.ts'
import { extensionRequestConditions, type ExtensionRequestCondition } from './conditions.ts'
import type { ExtensionRequestEvent } from './events.ts'
import type { ExtensionRequestFact } from './facts.ts'
import type { ExtensionRequestPart } from './parts.ts'

export interface ExtensionRequestContext {
  /** Who asked; nobody decides their own request. */
  requesterId: string | null
  /** The absent person for whom a substitute asked. */
  requesterForId: string | null
}

type ExtensionRequestPermit = Permit<ExtensionRequestPart, ExtensionRequestCondition>

const decider = { by: ['decider'], when: ['requestIsAnothers'] } satisfies ExtensionRequestPermit

/**
 * A request for more time (gia hạn): by the head of the lead unit to the assigner's side, by a supporter to the lead, by an
 * officer to their head. README.md beside this file has the diagram.
 */
export const extensionRequestMachine = setup({
  types: {} as {
    context: ExtensionRequestContext
    events: ExtensionRequestEvent
    emitted: ExtensionRequestFact
    input: { requesterId: string; requesterForId: string | null } | undefined
    tags: 'settled'
  },
  guards: {
    permitted: ({ context, event }, permit: ExtensionRequestPermit) =>
      refusalOf(permit, event.scene.parts, extensionRequestConditions, { context, event }, { withGiven: true }) ===
      null,
  },
}).createMachine({
  id: 'extensionRequest',
  initial: 'requested',
  context: ({ input }) => ({
    requesterId: input?.requesterId ?? null,
    requesterForId: input?.requesterForId ?? null,
  }),
  states: {
    requested: {
      on: {
        grant: {
          target: 'granted',
          guard: { type: 'permitted', params: { ...decider, given: ['dayIsLater', 'dayIsWithinTheGivers'] } },
          actions: emit(({ event }) => ({ type: 'extensionRequest.granted', dueOn: event.dueOn })),
        },
        refuse: {
          target: 'refused',
          guard: { type: 'permitted', params: decider },
          actions: emit({ type: 'extensionRequest.refused' }),
        },
        withdraw: {
          target: 'withdrawn',
          guard: { type: 'permitted', params: { by: ['requester'] } },
          actions: emit({ type: 'extensionRequest.withdrawn' }),
        },
        lapse: { target: 'withdrawn' },
      },
    },
    granted: { type: 'final', tags: 'settled' },
    refused: { type: 'final', tags: 'settled' },
    withdrawn: { type: 'final', tags: 'settled' },
  },
})
