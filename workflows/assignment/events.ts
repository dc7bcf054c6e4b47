import { z } from 'zod'
import { daySchema } from '../calendar/day.ts'
import type { Scene } from '../scene.ts'
import { reasonSchema } from '../task/events.ts'
import type { AssignmentPart } from './parts.ts'

const holderSchema = z.union([z.object({ unitId: z.uuid() }), z.object({ personId: z.uuid() })])

const delegateSchema = z.object({
  holder: holderSchema,
  dueOn: daySchema.nullable(),
  instruction: z.string().trim().max(2000).nullable(),
})
export type Delegate = z.infer<typeof delegateSchema>

/** What a person may do to an assignment, and what the act carries. */
export const assignmentActs = {
  receive: z.object({ type: z.literal('receive') }),
  delegate: z.object({ type: z.literal('delegate'), delegates: z.array(delegateSchema).min(1).max(50) }),
  progress: z.object({
    type: z.literal('progress'),
    text: z.string().trim().min(1).max(10_000),
    percent: z.number().int().min(0).max(100),
    difficulties: z.string().trim().max(5000).optional(),
  }),
  report: z.object({
    type: z.literal('report'),
    text: z.string().trim().min(1).max(10_000),
    /** Number and symbol of the document that holds the result, and its day. */
    documentSymbol: z.string().trim().max(50).optional(),
    documentOn: daySchema.optional(),
    /** Why it is late, when it is. */
    latenessReason: reasonSchema.optional(),
    /** Why the lead goes on while a supporting unit has not reported. */
    withoutSupportersReason: reasonSchema.optional(),
  }),
  /** Accepts what a supporting unit contributed. */
  acceptContribution: z.object({
    type: z.literal('acceptContribution'),
    comment: z.string().trim().max(2000).optional(),
  }),
  sendBack: z.object({ type: z.literal('sendBack'), reason: reasonSchema }),
  giveBack: z.object({ type: z.literal('giveBack'), reason: reasonSchema }),
  /** Answers who gave back: it stays with them. */
  insist: z.object({ type: z.literal('insist'), reason: reasonSchema }),
  /** Answers who gave back: they are let off. */
  release: z.object({ type: z.literal('release'), comment: z.string().trim().max(2000).optional() }),
  requestExtension: z.object({ type: z.literal('requestExtension'), dueOn: daySchema, reason: reasonSchema }),
} as const
export type AssignmentAct = keyof typeof assignmentActs

/** What follows from acts above; nobody can ask for these. */
export type AssignmentConsequence = {
  type: 'close' | 'reopen' | 'insisted' | 'withdraw' | 'suspend' | 'resume'
}

export type AssignmentEvent = (z.infer<(typeof assignmentActs)[AssignmentAct]> | AssignmentConsequence) & {
  scene: Scene<AssignmentPart>
}
