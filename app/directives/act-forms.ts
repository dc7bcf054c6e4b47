import { z } from 'zod'
import { assignmentActs } from '#workflows/assignment/events.ts'
import { daySchema } from '#workflows/calendar/day.ts'
import { extensionRequestActs } from '#workflows/extension-request/events.ts'
import { type outsideDecisions, reasonSchema, taskActs } from '#workflows/task/events.ts'

/*
 * What the forms of the acts have typed in, shared by browser and server. A form sends no null: where an act takes one, the
 * use case makes it of a field left empty.
 */

const nothing = z.object({})
export const reasonFormSchema = z.object({ reason: reasonSchema })
const commentSchema = z.object({ comment: z.string().trim().max(2000).optional() })

export const progressSchema = assignmentActs.progress.omit({ type: true })
export const reportSchema = assignmentActs.report.omit({ type: true })
export const extensionSchema = assignmentActs.requestExtension.omit({ type: true })

/** One row for each officer or sub-unit the work is handed on to; the holder is `person:<id>` or `unit:<id>`. */
export const handOnSchema = z.object({
  delegates: z
    .array(
      z.object({
        holder: z.string().regex(/^(person|unit):[0-9a-f-]{36}$/),
        dueOn: daySchema.optional(),
        instruction: z.string().trim().max(2000).optional(),
      }),
    )
    .min(1)
    .max(50),
})
export type HandOnInput = z.infer<typeof handOnSchema>

export const contentChangeSchema = taskActs.changeContent.omit({ type: true, formerContent: true })
export const dueDayChangeSchema = z
  .object({ dueOn: daySchema.optional(), openEnded: z.boolean().default(false), reason: reasonSchema })
  .superRefine(dueDayIsDecided)
export const followerChangeSchema = taskActs.changeFollower.omit({ type: true })
export const reassignmentSchema = taskActs.reassign.omit({ type: true })
export const reopeningSchema = taskActs.reopen.omit({ type: true })
export type OutsideDecision = (typeof outsideDecisions)[number]
export const outsideDecisionSchema = taskActs.recordOutsideDecision.omit({ type: true })

/** One row for each unit that is to support the lead. */
export const supportersSchema = z.object({
  supporters: z
    .array(z.object({ unitId: z.uuid(), dueOn: daySchema.optional() }))
    .min(1)
    .max(50),
})
export type SupportersInput = z.infer<typeof supportersSchema>

/** Không thời hạn is said on purpose: an empty day alone may be a slip. */
function dueDayIsDecided({ dueOn, openEnded }: { dueOn?: string; openEnded: boolean }, context: z.RefinementCtx): void {
  if (!dueOn && !openEnded)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'directives:errors.dueDayMissing' })
  if (dueOn && openEnded)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'directives:errors.dueDayTwice' })
}

/** What the acts below ask for, each some of it. */
export type TypedInAct = { reason?: string; words?: string; comment?: string; dueOn?: string }

/** The acts of a task that ask for a sentence or for nothing; those that ask for more have a page of their own. */
export const decisionSchemas = {
  issue: nothing,
  discard: nothing,
  takeBack: reasonFormSchema,
  insist: reasonFormSchema,
  urge: taskActs.urge.omit({ type: true }),
  suspend: reasonFormSchema,
  resume: commentSchema,
  accept: commentSchema,
  sendBack: reasonFormSchema,
  revoke: reasonFormSchema,
} as const
export type Decision = keyof typeof decisionSchemas

/** The same of an assignment. */
export const answerSchemas = {
  giveBack: reasonFormSchema,
  insist: reasonFormSchema,
  release: commentSchema,
  acceptContribution: commentSchema,
} as const
export type Answer = keyof typeof answerSchemas

/** And of a request for more time. */
export const extensionAnswerSchemas = {
  grant: extensionRequestActs.grant.omit({ type: true }),
  refuse: reasonFormSchema,
  withdraw: nothing,
} as const
export type ExtensionAnswer = keyof typeof extensionAnswerSchemas

/** The name of an act comes from an address: `constructor` is none, though every object has one. */
export function isActOf<Schemas extends object>(
  schemas: Schemas,
  act: string | undefined,
): act is keyof Schemas & string {
  return act !== undefined && Object.hasOwn(schemas, act)
}
