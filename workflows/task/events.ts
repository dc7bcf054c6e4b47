import { z } from 'zod'
import type { Scene } from '../scene.ts'
import type { TaskPart } from './parts.ts'

/** A sentence somebody answers for: asked wherever work is sent back or taken away. */
export const reasonSchema = z.string().trim().min(5).max(2000)

/** What a person may do to a task, and what the act carries. */
export const taskActs = {
  edit: z.object({ type: z.literal('edit') }),
  discard: z.object({ type: z.literal('discard') }),
  issue: z.object({ type: z.literal('issue') }),
  accept: z.object({ type: z.literal('accept'), comment: z.string().trim().max(2000).optional() }),
  sendBack: z.object({ type: z.literal('sendBack'), reason: reasonSchema }),
  revoke: z.object({ type: z.literal('revoke'), reason: reasonSchema }),
} as const

type TaskAct = keyof typeof taskActs

/** What follows from acts on the assignments below; nobody can ask for these. */
export type TaskConsequence = { type: 'leadReceived' } | { type: 'resultPassedUp' }

export type TaskEvent = (z.infer<(typeof taskActs)[TaskAct]> | TaskConsequence) & { scene: Scene<TaskPart> }
