import { assign, emit, setup } from 'xstate'
import type { Day } from '../calendar/day.ts'
import { type Permit, refusalOf } from '../permit.ts'
import { assignmentConditions, type AssignmentCondition } from './conditions.ts'
import type { AssignmentEvent } from './events.ts'
import type { AssignmentFact } from './facts.ts'
import type { AssignmentPart } from './parts.ts'

export interface AssignmentContext {
  /** Where the work itself stands, or stood when it was reported or given back: what it returns to. */
  stoodIn: 'awaitingReceipt' | 'received' | 'delegated'
  /** Who reported, and the day of the report that stands. */
  reporterId: string | null
  /** The absent person in whose name a substitute reported. */
  reporterForId: string | null
  reportedOn: Day | null
  /** Somebody received it once: a unit that did keeps sight of its part, whatever follows. */
  wasReceived: boolean
  /** The day since which the task is suspended, and this clock with it. */
  suspendedOn: Day | null
}

type AssignmentPermit = Permit<AssignmentPart, AssignmentCondition>

const holder = { by: ['holder'], when: ['lineIsOpen'] } satisfies AssignmentPermit
const handing = { ...holder, given: ['isDueInTime', 'isHandedOnce', 'isHandedToPersons'] } satisfies AssignmentPermit
const reporting = {
  ...holder,
  given: ['latenessIsExplained', 'supportersReportedOrExplained'],
} satisfies AssignmentPermit
const asking = {
  by: ['holder'],
  when: ['lineIsOpen', 'hasDueDay', 'extensionIsNotAsked'],
  given: ['dayIsLater', 'dayIsWithinTheGivers'],
} satisfies AssignmentPermit
const answering = { by: ['giver', 'lead', 'assignersSide'], when: ['lineIsOpen'] } satisfies AssignmentPermit

const flow = setup({
  types: {} as {
    context: AssignmentContext
    events: AssignmentEvent
    emitted: AssignmentFact
    input: undefined
    tags: 'settled'
  },
  guards: {
    permitted: ({ context, event }, permit: AssignmentPermit) =>
      refusalOf(permit, event.scene.parts, assignmentConditions, { context, event }, { withGiven: true }) === null,
    stoodIn: ({ context }, { state }: { state: AssignmentContext['stoodIn'] }) => context.stoodIn === state,
  },
})

const givingBack = flow.createStateConfig({
  on: {
    giveBack: {
      target: 'returned',
      guard: { type: 'permitted', params: holder },
      actions: emit({ type: 'assignment.givenBack' }),
    },
  },
})

/** What the holder may do once the work is theirs, whether or not they have handed it on. */
const work = flow.createStateConfig({
  on: {
    ...givingBack.on,
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
      guard: { type: 'permitted', params: reporting },
      actions: [
        assign({
          reporterId: ({ event }) => event.scene.personId,
          reporterForId: ({ event }) => event.scene.insteadOfId,
          reportedOn: ({ event }) => event.scene.today,
        }),
        emit({ type: 'assignment.reported' }),
      ],
    },
    requestExtension: {
      guard: { type: 'permitted', params: asking },
      actions: emit(({ event }) => ({ type: 'assignment.extensionRequested', dueOn: event.dueOn })),
    },
  },
})

/**
 * An assignment (phân công): held by a unit or a person, handed on to children of the same machine, to any depth.
 * README.md beside this file has the diagram.
 */
export const assignmentMachine = flow.createMachine({
  id: 'assignment',
  initial: 'awaitingReceipt',
  context: {
    stoodIn: 'awaitingReceipt',
    reporterId: null,
    reporterForId: null,
    reportedOn: null,
    wasReceived: false,
    suspendedOn: null,
  },
  on: {
    close: { target: '.done' },
    withdraw: { target: '.withdrawn' },
    suspend: { actions: assign({ suspendedOn: ({ event }) => event.scene.today }) },
    resume: { actions: assign({ suspendedOn: null }) },
  },
  states: {
    awaitingReceipt: {
      entry: assign({ stoodIn: 'awaitingReceipt' }),
      on: {
        ...givingBack.on,
        receive: {
          target: 'received',
          guard: { type: 'permitted', params: holder },
          actions: [assign({ wasReceived: true }), emit({ type: 'assignment.received' })],
        },
      },
    },
    received: { entry: assign({ stoodIn: 'received' }), on: work.on },
    delegated: { entry: assign({ stoodIn: 'delegated' }), on: work.on },
    reported: {
      on: {
        acceptContribution: {
          target: 'done',
          guard: {
            type: 'permitted',
            params: {
              by: ['lead', 'assignersSide'],
              when: ['lineIsOpen', 'isContribution', 'contributionIsAnothers'],
            },
          },
          actions: emit({ type: 'assignment.contributionAccepted' }),
        },
        sendBack: {
          target: 'asBefore',
          guard: { type: 'permitted', params: answering },
          actions: emit({ type: 'assignment.sentBack' }),
        },
        reopen: { target: 'asBefore' },
      },
    },
    returned: {
      on: {
        insist: {
          target: 'asBefore',
          guard: { type: 'permitted', params: answering },
          actions: emit({ type: 'assignment.insistedOn' }),
        },
        release: {
          target: 'withdrawn',
          guard: { type: 'permitted', params: answering },
          actions: emit({ type: 'assignment.released' }),
        },
        insisted: { target: 'asBefore' },
      },
    },
    asBefore: {
      entry: assign({ reporterId: null, reporterForId: null, reportedOn: null }),
      always: [
        { target: 'delegated', guard: { type: 'stoodIn', params: { state: 'delegated' } } },
        { target: 'received', guard: { type: 'stoodIn', params: { state: 'received' } } },
        { target: 'awaitingReceipt' },
      ],
    },
    // Settled, yet not final to the machine: a task that is reopened takes its lead unit's part up again.
    done: { tags: 'settled', on: { reopen: { target: 'asBefore' } } },
    withdrawn: { type: 'final', tags: 'settled' },
  },
})
