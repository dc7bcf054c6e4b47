import { assign, emit, setup } from 'xstate'
import type { Day } from '../calendar/day.ts'
import { type Permit, refusalOf } from '../permit.ts'
import { taskConditions, type TaskCondition } from './conditions.ts'
import type { TaskEvent } from './events.ts'
import type { TaskFact } from './facts.ts'
import { assignersSide, type TaskPart } from './parts.ts'

export interface TaskContext {
  /** The day it was issued; a draft's clock has not begun. */
  issuedOn: Day | null
  /** Where the work itself stands, or stood when it was given back or suspended: what it returns to. */
  stoodIn: 'assigned' | 'inProgress' | null
  /** Who passed the result up that now waits; nobody accepts their own. */
  reporterId: string | null
  /** The absent person in whose name it was passed up by a substitute. */
  reporterForId: string | null
  /** The day it was passed up: accepted, it is the day the task was done. */
  resultOn: Day | null
  /** The day since which the clocks stand still. */
  suspendedOn: Day | null
  /** How often it was urged, and the last day it was. */
  urges: number
  lastUrgedOn: Day | null
}

type TaskPermit = Permit<TaskPart, TaskCondition>

const whoEnters = { by: ['secretariat', 'assistant'] } satisfies TaskPermit
const deciding = { by: assignersSide } satisfies TaskPermit
const judging = { ...deciding, when: ['resultIsAnothers'] } satisfies TaskPermit

const flow = setup({
  types: {} as {
    context: TaskContext
    events: TaskEvent
    emitted: TaskFact
    input: undefined
    tags: 'settled'
  },
  guards: {
    permitted: ({ context, event }, permit: TaskPermit) =>
      refusalOf(
        permit,
        event.scene.parts,
        taskConditions,
        { context, scene: event.scene, event },
        { withGiven: true },
      ) === null,
    wasInProgress: ({ context }) => context.stoodIn === 'inProgress',
  },
  actions: {
    forgetResult: assign({ reporterId: null, reporterForId: null, resultOn: null }),
  },
})

/** Work changes hands when units merge, split or are renamed and when people leave; by an order of the office, not by anyone's act. */
const handing = flow.createStateConfig({
  on: {
    handOver: { actions: emit(({ event }) => ({ type: 'task.handedOver', succession: event.succession })) },
  },
})

/** A due day that counts by the working calendar goes with it, while the work runs or rests; a result that waits keeps its day. */
const counting = flow.createStateConfig({
  on: {
    calendarChanged: { actions: emit(({ event }) => ({ type: 'task.dueDayChanged', dueOn: event.dueOn })) },
  },
})

/** What the assigner's side may do to any task that was issued and has not ended. */
const issued = flow.createStateConfig({
  on: {
    ...handing.on,
    changeFollower: {
      guard: { type: 'permitted', params: deciding },
      actions: emit(({ event }) => ({ type: 'task.followerChanged', followerId: event.followerId })),
    },
    recordOutsideDecision: {
      guard: { type: 'permitted', params: { ...deciding, when: ['isFromOutside'], given: ['newDayIsKnown'] } },
      actions: emit(({ event }) => ({ type: 'task.outsideDecided', outerDueOn: event.outerDueOn ?? null })),
    },
    revoke: {
      target: 'revoked',
      guard: { type: 'permitted', params: deciding },
      actions: emit({ type: 'task.revoked' }),
    },
  },
})

/** What the assigner's side may change while the units work on it, each with a reason all concerned are told. */
const changeable = flow.createStateConfig({
  on: {
    ...issued.on,
    ...counting.on,
    changeContent: {
      guard: { type: 'permitted', params: deciding },
      actions: emit({ type: 'task.contentChanged' }),
    },
    changeDueDay: {
      guard: { type: 'permitted', params: { ...deciding, given: ['dayIsWithinTheOuter'] } },
      actions: emit(({ event }) => ({ type: 'task.dueDayChanged', dueOn: event.dueOn })),
    },
    addSupporters: {
      guard: {
        type: 'permitted',
        params: { ...deciding, when: ['isNotRestricted'], given: ['unitsAreNew', 'supportersAreDueInTime'] },
      },
      actions: emit(({ event }) => ({ type: 'task.supportersAdded', supporters: event.supporters })),
    },
    reassign: {
      target: 'assigned',
      guard: { type: 'permitted', params: { ...deciding, when: ['isNotRestricted'], given: ['unitsAreNew'] } },
      actions: emit(({ event }) => ({ type: 'task.reassigned', leadUnitId: event.leadUnitId })),
    },
    urge: {
      guard: { type: 'permitted', params: deciding },
      actions: [
        assign({ urges: ({ context }) => context.urges + 1, lastUrgedOn: ({ event }) => event.scene.today }),
        emit({ type: 'task.urged' }),
      ],
    },
  },
})

const underWay = flow.createStateConfig({
  on: {
    ...changeable.on,
    leadGaveBack: { target: 'returned', actions: emit({ type: 'task.givenBack' }) },
    suspend: {
      target: 'suspended',
      guard: { type: 'permitted', params: deciding },
      actions: [assign({ suspendedOn: ({ event }) => event.scene.today }), emit({ type: 'task.suspended' })],
    },
  },
})

/**
 * A task (nhiệm vụ được giao), from the draft to its acceptance. README.md beside this file has the diagram.
 */
export const taskMachine = flow.createMachine({
  id: 'task',
  initial: 'draft',
  context: {
    issuedOn: null,
    stoodIn: null,
    reporterId: null,
    reporterForId: null,
    resultOn: null,
    suspendedOn: null,
    urges: 0,
    lastUrgedOn: null,
  },
  states: {
    draft: {
      entry: assign({ issuedOn: null, stoodIn: null }),
      on: {
        ...handing.on,
        edit: { guard: { type: 'permitted', params: whoEnters }, actions: emit({ type: 'task.edited' }) },
        discard: {
          target: 'discarded',
          guard: { type: 'permitted', params: whoEnters },
          actions: emit({ type: 'task.discarded' }),
        },
        issue: {
          target: 'assigned',
          guard: {
            type: 'permitted',
            params: { by: ['directingLeader', 'secretariat'], when: ['sourceIsSignedForStandingDuty'] },
          },
          actions: [assign({ issuedOn: ({ event }) => event.scene.today }), emit({ type: 'task.issued' })],
        },
        // A period of a series that was issued as a whole.
        open: {
          target: 'assigned',
          actions: [assign({ issuedOn: ({ event }) => event.scene.today }), emit({ type: 'task.issued' })],
        },
      },
    },
    assigned: {
      entry: assign({ stoodIn: 'assigned' }),
      on: {
        ...underWay.on,
        takeBack: {
          target: 'draft',
          guard: { type: 'permitted', params: { ...deciding, when: ['nobodyReceived'] } },
          actions: emit({ type: 'task.takenBack' }),
        },
        leadReceived: { target: 'inProgress' },
      },
    },
    inProgress: {
      entry: assign({ stoodIn: 'inProgress' }),
      on: {
        ...underWay.on,
        resultPassedUp: {
          target: 'awaitingAcceptance',
          actions: [
            assign({
              reporterId: ({ event }) => event.scene.personId,
              reporterForId: ({ event }) => event.scene.insteadOfId,
              resultOn: ({ event }) => event.scene.today,
            }),
            emit({ type: 'task.resultPassedUp' }),
          ],
        },
      },
    },
    returned: {
      on: {
        ...changeable.on,
        insist: {
          target: 'asBefore',
          guard: { type: 'permitted', params: deciding },
          actions: emit({ type: 'task.insistedOn' }),
        },
      },
    },
    awaitingAcceptance: {
      on: {
        ...issued.on,
        accept: {
          target: 'completed',
          guard: { type: 'permitted', params: judging },
          actions: emit({ type: 'task.completed' }),
        },
        sendBack: {
          target: 'inProgress',
          guard: { type: 'permitted', params: judging },
          actions: [{ type: 'forgetResult' }, emit({ type: 'task.sentBack' })],
        },
      },
    },
    suspended: {
      on: {
        ...issued.on,
        ...counting.on,
        resume: {
          target: 'asBefore',
          guard: { type: 'permitted', params: deciding },
          actions: [
            // The fact carries the day the clocks stopped; a suspended task always has one.
            emit(({ context, event }) => ({
              type: 'task.resumed',
              suspendedOn: context.suspendedOn ?? event.scene.today,
              today: event.scene.today,
              laterDays: event.laterDays ?? {},
            })),
            assign({ suspendedOn: null }),
          ],
        },
      },
    },
    asBefore: {
      always: [{ target: 'inProgress', guard: 'wasInProgress' }, { target: 'assigned' }],
    },
    // Settled, yet not final to the machine: the directing leader may reopen it.
    completed: {
      tags: 'settled',
      on: {
        recordOutsideDecision: issued.on.recordOutsideDecision,
        reopen: {
          target: 'inProgress',
          guard: { type: 'permitted', params: { by: ['directingLeader'], given: ['dayIsWithinTheOuter'] } },
          actions: [
            { type: 'forgetResult' },
            emit(({ event }) => ({ type: 'task.reopened', dueOn: event.dueOn ?? null })),
          ],
        },
      },
    },
    revoked: { type: 'final', tags: 'settled' },
    discarded: { type: 'final', tags: 'settled' },
  },
})
