import { assign, emit, setup } from 'xstate'
import type { Day } from '../calendar/day.ts'
import { type Permit, refusalOf } from '../permit.ts'
import { taskConditions, type TaskCondition } from './conditions.ts'
import type { TaskEvent } from './events.ts'
import type { TaskFact } from './facts.ts'
import type { TaskPart } from './parts.ts'

export interface TaskContext {
  /** The day it was issued; a draft's clock has not begun. */
  issuedOn: Day | null
  /** Who passed the result up that now waits; nobody accepts their own. */
  reporterId: string | null
  /** The day it was passed up: accepted, it is the day the task was done. */
  resultOn: Day | null
}

type TaskPermit = Permit<TaskPart, TaskCondition>

const whoEnters = { by: ['secretariat', 'assistant'] } satisfies TaskPermit
const assignersSide = { by: ['directingLeader', 'leaderInCharge', 'secretariat'] } satisfies TaskPermit

/**
 * A task (nhiệm vụ được giao), from the draft to its acceptance. README.md beside this file has the diagram.
 * Giving back, suspending and reopening are states of a later version.
 */
export const taskMachine = setup({
  types: {} as { context: TaskContext; events: TaskEvent; emitted: TaskFact; input: Record<string, never> },
  guards: {
    permitted: ({ context, event }, permit: TaskPermit) =>
      refusalOf(permit, event.scene.parts, taskConditions, { context, scene: event.scene }, { withGiven: true }) ===
      null,
  },
}).createMachine({
  id: 'task',
  initial: 'draft',
  context: { issuedOn: null, reporterId: null, resultOn: null },
  states: {
    draft: {
      on: {
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
      },
    },
    assigned: {
      on: {
        leadReceived: { target: 'inProgress' },
        revoke: {
          target: 'revoked',
          guard: { type: 'permitted', params: assignersSide },
          actions: emit({ type: 'task.revoked' }),
        },
      },
    },
    inProgress: {
      on: {
        resultPassedUp: {
          target: 'awaitingAcceptance',
          actions: [
            assign({ reporterId: ({ event }) => event.scene.personId, resultOn: ({ event }) => event.scene.today }),
            emit({ type: 'task.resultPassedUp' }),
          ],
        },
        revoke: {
          target: 'revoked',
          guard: { type: 'permitted', params: assignersSide },
          actions: emit({ type: 'task.revoked' }),
        },
      },
    },
    awaitingAcceptance: {
      on: {
        accept: {
          target: 'completed',
          guard: { type: 'permitted', params: { ...assignersSide, when: ['resultIsAnothers'] } },
          actions: emit({ type: 'task.completed' }),
        },
        sendBack: {
          target: 'inProgress',
          guard: { type: 'permitted', params: { ...assignersSide, when: ['resultIsAnothers'] } },
          actions: [assign({ reporterId: null, resultOn: null }), emit({ type: 'task.sentBack' })],
        },
        revoke: {
          target: 'revoked',
          guard: { type: 'permitted', params: assignersSide },
          actions: emit({ type: 'task.revoked' }),
        },
      },
    },
    completed: { type: 'final' },
    revoked: { type: 'final' },
    discarded: { type: 'final' },
  },
})
