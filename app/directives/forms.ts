import { z } from 'zod'
import { daySchema } from '#workflows/calendar/day.ts'
import { type Hour, hourSchema } from '#workflows/calendar/due-hour.ts'
import type { DueRule } from '#workflows/calendar/due-rule.ts'

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
  /** Given from outside: by the Government, the Prime Minister, a Party body. */
  outside: z.boolean().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** The ways a due day can be said, beside open-ended. */
export const dueKinds = [
  'FIXED_DAY',
  'CALENDAR_DAYS',
  'WORKING_DAYS',
  'SAME_DAY',
  'END_OF_MONTH',
  'END_OF_QUARTER',
  /** So many working days before the day an outside assigner set. */
  'BEFORE_OUTER_DAY',
  /** So many hours from the moment of issue, of flash work. */
  'HOURS',
] as const

const taskShape = z.object({
  content: z.string().trim().min(1).max(5000),
  expectedProduct: z.string().trim().max(1000).optional(),
  leadUnitId: z.uuid(),
  urgency: z.enum(urgencies),
  /** Lĩnh vực: as the charges of the leaders have it, or another. */
  field: z.string().trim().max(200).optional(),
  dueOn: daySchema.optional(),
  /** Of flash work: the hour of that day. Of other work the form shows no such field, and what is left in it says nothing. */
  dueHour: hourSchema.optional(),
  /** Không thời hạn, said on purpose: an empty day alone may be a slip. */
  openEnded: z.boolean().default(false),
  dueKind: z.enum(dueKinds).optional(),
  /** With days counted from the day of issue, or back from the outer day: how many. */
  dueDays: z.number().int().min(1).max(1000).optional(),
  /** Of flash work, with hours counted: how many. */
  dueHours: z.number().int().min(1).max(72).optional(),
  /** Hạn Chính phủ: the day an outside assigner set. */
  outerDueOn: daySchema.optional(),
  supporters: z
    .array(z.object({ unitId: z.uuid(), dueOn: daySchema.optional() }))
    .max(50)
    .optional(),
})

/** One paragraph, many units: a task for each, followed and closed as one. */
const groupShape = z.object({
  otherLeadUnitIds: z.array(z.uuid()).max(200).optional(),
  toAllUnits: z.boolean().optional(),
})

const peopleShape = z.object({
  directingLeaderId: z.uuid(),
  followerId: z.uuid(),
  restricted: z.boolean().default(false),
  /** Of a restricted task: whom it is named to, at least one of them a head of the lead unit. */
  namedPersonIds: z.array(z.uuid()).max(50).default([]),
})

export const taskSchema = taskShape.extend(groupShape.shape).superRefine(timeIsDecided).superRefine(unitsFit)
export type TaskInput = z.infer<typeof taskSchema>

export const directiveSchema = sourceSchema
  .extend({
    ...peopleShape.shape,
    /** Left out where the source is from outside: each task is then directed by whoever is in charge of its unit. */
    directingLeaderId: z.uuid().optional(),
    tasks: z.array(taskSchema).min(1).max(100),
  })
  .refine(({ outside, directingLeaderId }) => outside || directingLeaderId, {
    path: ['directingLeaderId'],
    message: 'fields:errors.leaderMissing',
    // Said beside whatever else is wrong, as of any field left empty.
    when: () => true,
  })
  .superRefine(({ restricted, tasks }, context) => {
    tasks.forEach((task, index) => hasNoSupporters({ ...task, restricted }, context, ['tasks', index]))
  })
export type DirectiveInput = z.infer<typeof directiveSchema>

export const editedTaskSchema = z
  .object({ ...taskShape.shape, ...peopleShape.shape })
  .superRefine(timeIsDecided)
  .superRefine(unitsFit)
  .superRefine((task, context) => hasNoSupporters(task, context, []))
export type EditedTask = z.infer<typeof editedTaskSchema>

type TimedTask = z.output<typeof taskShape>

/** One way of being due, and within the day set from outside; the other ways are said nowhere, lest one of them be a slip. */
function timeIsDecided(task: TimedTask, context: z.RefinementCtx): void {
  const { dueOn, openEnded, dueKind = 'FIXED_DAY', dueDays, dueHours, urgency, outerDueOn } = task
  const wrong = (path: keyof TimedTask, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const isBack = dueKind === 'BEFORE_OUTER_DAY'
  const isCounted = dueKind === 'CALENDAR_DAYS' || dueKind === 'WORKING_DAYS' || isBack
  if (!openEnded && dueKind === 'FIXED_DAY' && !dueOn) wrong('dueOn', 'directives:errors.dueDayMissing')
  if (dueOn && (openEnded || dueKind !== 'FIXED_DAY')) wrong('dueOn', 'directives:errors.dueDayTwice')
  if (isCounted && !dueDays && !openEnded) wrong('dueDays', 'directives:errors.dueDaysMissing')
  if (dueKind === 'HOURS' && urgency !== 'FLASH') wrong('dueKind', 'calendar:hoursAreForFlash')
  else if (dueKind === 'HOURS' && !dueHours && !openEnded) wrong('dueHours', 'calendar:hoursMissing')
  if (isBack && !outerDueOn && !openEnded) wrong('outerDueOn', 'calendar:outerDayMissing')
  if (dueOn && outerDueOn && dueOn > outerDueOn) wrong('dueOn', 'directives:errors.dueAfterOuter')
}

/** No unit has two parts in a task, and none supports it longer than it is led. */
function unitsFit({ leadUnitId, supporters = [], dueOn }: TimedTask, context: z.RefinementCtx): void {
  const taken = new Set([leadUnitId])
  supporters.forEach((supporter, index) => {
    const wrong = (path: 'unitId' | 'dueOn', message: string) =>
      context.addIssue({ code: 'custom', path: ['supporters', index, path], message })
    if (taken.has(supporter.unitId)) wrong('unitId', 'directives:errors.unitTwice')
    taken.add(supporter.unitId)
    if (dueOn && supporter.dueOn && supporter.dueOn > dueOn) wrong('dueOn', 'directives:errors.supporterAfterLead')
  })
}

/** A restricted task is named to persons; a supporting unit would be all its heads. */
function hasNoSupporters(
  { restricted, supporters = [] }: { restricted: boolean; supporters?: unknown[] | undefined },
  context: z.RefinementCtx,
  path: (string | number)[],
): void {
  if (!restricted || supporters.length === 0) return
  context.addIssue({ code: 'custom', path: [...path, 'supporters'], message: 'directives:errors.restrictedSupporters' })
}

/** The rule by which the due day is found when the task is issued; null where the day is said, or there is none. */
export function countedDueRule({ dueKind, dueDays, dueHours, openEnded, outerDueOn }: TimedTask): DueRule | null {
  if (openEnded || !dueKind) return null
  switch (dueKind) {
    case 'FIXED_DAY':
      return null
    case 'CALENDAR_DAYS':
    case 'WORKING_DAYS':
      return { kind: dueKind, days: dueDays! }
    case 'BEFORE_OUTER_DAY':
      return { kind: 'BEFORE_DAY', day: outerDueOn!, days: dueDays!, working: true }
    case 'HOURS':
      return { kind: dueKind, hours: dueHours! }
    default:
      return { kind: dueKind }
  }
}

/** The hour that was said beside the due day; only flash work has one. */
export function saidDueHour({
  urgency,
  dueOn,
  dueHour,
}: Pick<TimedTask, 'urgency' | 'dueOn' | 'dueHour'>): Hour | null {
  return urgency === 'FLASH' && dueOn ? (dueHour ?? null) : null
}
