import { assign, emit, setup } from 'xstate'
import type { Day } from '../calendar/day.ts'
import { type Permit, refusalOf } from '../permit.ts'
import { assignmentConditions, type AssignmentCondition } from './conditions.ts'
import type { AssignmentEvent } from './events.ts'
import type { AssignmentFact } from './facts.ts'
import type { AssignmentPart } from './parts.ts'

export interface AssignmentContext {
  /** Where the assignment stood before its report: what a report sent back returns to. */
  beforeReport: 'received' | 'delegated' | null
  /** The day of the report that stands. */
  reportedOn: Day | null
}

type AssignmentPermit = Permit<AssignmentPart, AssignmentCondition>

const holder = { by: ['holder'], when: ['lineIsOpen'] } satisfies AssignmentPermit
const handing = { ...holder, given: ['isDueInTime', 'isHandedOnce', 'isHandedToPersons'] } satisfies AssignmentPermit

/**
 * An assignment (phân công): held by a unit or a person, handed on to children of the same machine, to any depth.
 * README.md beside this file has the diagram.
 */
export const assignmentMachine = setup({
  types: {} as {
    context: AssignmentContext
    events: AssignmentEvent
    emitted: AssignmentFact
    input: Record<string, never>
  },
  guards: {
    permitted: ({ context, event }, permit: AssignmentPermit) =>
      refusalOf(permit, event.scene.parts, assignmentConditions, { context, event }, { withGiven: true }) === null,
    wasDelegated: ({ context }) => context.beforeReport === 'delegated',
  },
}).createMachine({
  id: 'assignment',
  initial: 'awaitingReceipt',
  context: { beforeReport: null, reportedOn: null },
  on: { close: { target: '.done' } },
  states: {
    awaitingReceipt: {
      on: {
        receive: {
          target: 'received',
          guard: { type: 'permitted', params: holder },
          actions: emit({ type: 'assignment.received' }),
        },
      },
    },
    received: {
      on: {
        delegate: {
          target: 'delegated',
          guard: { type: 'permitted', params: handing },
          actions: emit(({ event }) => ({ type: 'assignment.delegated', delegates: event.delegates })),
        },
        progress: {
          guard: { type: 'permitted', params: holder },
          actions: emit({ type: 'assignment.progressed' }),
        },
        report: {
          target: 'reported',
          guard: { type: 'permitted', params: holder },
          actions: [
            assign({ beforeReport: 'received', reportedOn: ({ event }) => event.scene.today }),
            emit({ type: 'assignment.reported' }),
          ],
        },
      },
    },
    delegated: {
      on: {
        delegate: {
          guard: { type: 'permitted', params: handing },
          actions: emit(({ event }) => ({ type: 'assignment.delegated', delegates: event.delegates })),
        },
        progress: {
          guard: { type: 'permitted', params: holder },
          actions: emit({ type: 'assignment.progressed' }),
        },
        report: {
          target: 'reported',
          guard: { type: 'permitted', params: holder },
          actions: [
            assign({ beforeReport: 'delegated', reportedOn: ({ event }) => event.scene.today }),
            emit({ type: 'assignment.reported' }),
          ],
        },
      },
    },
    reported: {
      on: {
        sendBack: {
          target: 'beforeReport',
          guard: { type: 'permitted', params: { by: ['giver'], when: ['lineIsOpen'] } },
          actions: emit({ type: 'assignment.sentBack' }),
        },
        reopen: { target: 'beforeReport' },
      },
    },
    beforeReport: {
      always: [
        { target: 'delegated', guard: 'wasDelegated', actions: assign({ beforeReport: null, reportedOn: null }) },
        { target: 'received', actions: assign({ beforeReport: null, reportedOn: null }) },
      ],
    },
    done: { type: 'final' },
  },
})
