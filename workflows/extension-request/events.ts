import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import type { Scene } from '../scene.ts'
import { reasonSchema } from '../task/events.ts'
import type { ExtensionRequestPart } from './parts.ts'

/** What a person may do to a request for more time, and what the act carries. */
export const extensionRequestActs = {
  /** The day granted need not be the day asked for. */
  grant: z.object({
    type: z.literal('grant'),
    dueOn: daySchema,
    comment: z.string().trim().max(2000).optional(),
  }),
  refuse: z.object({ type: z.literal('refuse'), reason: reasonSchema }),
  withdraw: z.object({ type: z.literal('withdraw') }),
} as const
type ExtensionRequestAct = keyof typeof extensionRequestActs

/** What follows from acts on the assignment and the task: a request nobody needs an answer to any more. */
export type ExtensionRequestConsequence = { type: 'lapse' }

export type ExtensionRequestEvent = (
  z.infer<(typeof extensionRequestActs)[ExtensionRequestAct]> | ExtensionRequestConsequence
) & { scene: Scene<ExtensionRequestPart> }
