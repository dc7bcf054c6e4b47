import type { Conditions } from '../permit.ts'
import type { Scene } from '../scene.ts'
import type { TaskContext } from './machine.ts'
import type { TaskPart } from './parts.ts'

export type TaskCondition = 'sourceIsSignedForStandingDuty' | 'resultIsAnothers'

export const taskConditions: Conditions<TaskCondition, { context: TaskContext; scene: Scene<TaskPart> }> = {
  /** The secretariat issues only what a leader has signed already; the directing leader's own word needs no paper. */
  sourceIsSignedForStandingDuty: ({ scene }) => 'directingLeader' in scene.parts || scene.sourceIsSigned,
  /** Nobody decides on a result they passed up themselves. */
  resultIsAnothers: ({ context, scene }) => context.reporterId !== scene.personId,
}
