import { z } from 'zod'
import { daySchema } from '#workflows/calendar/day.ts'
import { assignmentActs } from '#workflows/assignment/events.ts'
import { reasonSchema } from '#workflows/task/events.ts'

export const sourceKinds = [
  'CONCLUSION_NOTICE',
  'DIRECTIVE',
  'RESOLUTION',
  'DECISION',
  'TELEGRAM',
  'PLAN',
  'OFFICIAL_LETTER',
  'MEETING',
  'OTHER',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const urgencies = ['NORMAL', 'URGENT', 'VERY_URGENT', 'FLASH'] as const
export type Urgency = (typeof urgencies)[number]

/** A source that is not signed yet has no symbol, day or signer; only the directing leader may then issue its tasks. */
export const sourceSchema = z.object({
  sourceKind: z.enum(sourceKinds),
  symbol: z.string().trim().max(50).optional(),
  signedOn: daySchema.optional(),
  issuingOrgan: z.string().trim().min(1).max(200),
  signer: z.string().trim().max(100).optional(),
  subject: z.string().trim().min(1).max(2000),
})
export type Source = z.infer<typeof sourceSchema>

const taskShape = z.object({
  content: z.string().trim().min(1).max(5000),
  expectedProduct: z.string().trim().max(1000).optional(),
  leadUnitId: z.uuid(),
  urgency: z.enum(urgencies),
  dueOn: daySchema.optional(),
  /** Không thời hạn, said on purpose: an empty day alone may be a slip. */
  openEnded: z.boolean().default(false),
})

const peopleShape = z.object({
  directingLeaderId: z.uuid(),
  followerId: z.uuid(),
  restricted: z.boolean().default(false),
  /** Of a restricted task: whom it is named to, at least one of them a head of the lead unit. */
  namedPersonIds: z.array(z.uuid()).max(50).default([]),
})

export const taskSchema = taskShape.superRefine(dueDayIsDecided)
export type TaskInput = z.infer<typeof taskSchema>

export const directiveSchema = sourceSchema.extend({
  ...peopleShape.shape,
  tasks: z.array(taskSchema).min(1).max(100),
})
export type DirectiveInput = z.infer<typeof directiveSchema>

export const editedTaskSchema = z.object({ ...taskShape.shape, ...peopleShape.shape }).superRefine(dueDayIsDecided)
export type EditedTask = z.infer<typeof editedTaskSchema>

export const progressSchema = assignmentActs.progress.omit({ type: true })
export const reportSchema = assignmentActs.report.omit({ type: true })
export const reasonFormSchema = z.object({ reason: reasonSchema })
const acceptSchema = z.object({ comment: z.string().trim().max(2000).optional() })

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

function dueDayIsDecided({ dueOn, openEnded }: { dueOn?: string; openEnded: boolean }, context: z.RefinementCtx): void {
  if (!dueOn && !openEnded)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'directives:errors.dueDayMissing' })
  if (dueOn && openEnded)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'directives:errors.dueDayTwice' })
}

/** What the assigner's side decides on a task, and what each asks to be typed in. */
export const decisionSchemas = {
  issue: z.object({}),
  discard: z.object({}),
  accept: acceptSchema,
  sendBack: reasonFormSchema,
  revoke: reasonFormSchema,
} as const
export type Decision = keyof typeof decisionSchemas

export function isDecision(act: string | undefined): act is Decision {
  return act !== undefined && Object.hasOwn(decisionSchemas, act)
}
