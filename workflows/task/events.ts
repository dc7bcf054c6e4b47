import { z } from 'zod'
import { type Day, daySchema } from '../calendar/day.ts'
import type { Scene } from '../scene.ts'
import type { Succession } from '../succession.ts'
import type { TaskPart } from './parts.ts'

/** A sentence somebody answers for: asked wherever work is sent back or taken away. */
export const reasonSchema = z.string().trim().min(5).max(2000)

const supporterSchema = z.object({ unitId: z.uuid(), dueOn: daySchema.nullable() })

/** What an outside assigner may decide on what they gave. */
export const outsideDecisions = ['EXTENSION', 'ACCEPTANCE', 'CHANGE'] as const

/** What a person may do to a task, and what the act carries. */
export const taskActs = {
  edit: z.object({ type: z.literal('edit') }),
  discard: z.object({ type: z.literal('discard') }),
  issue: z.object({ type: z.literal('issue') }),
  /** Lấy lại: back to the draft, while no unit has received it. */
  takeBack: z.object({ type: z.literal('takeBack'), reason: reasonSchema }),
  changeContent: z.object({
    type: z.literal('changeContent'),
    content: z.string().trim().min(1).max(5000),
    /** The content as it was, kept with the step. */
    formerContent: z.string(),
    reason: reasonSchema,
  }),
  changeDueDay: z.object({ type: z.literal('changeDueDay'), dueOn: daySchema.nullable(), reason: reasonSchema }),
  changeFollower: z.object({ type: z.literal('changeFollower'), followerId: z.uuid() }),
  addSupporters: z.object({ type: z.literal('addSupporters'), supporters: z.array(supporterSchema).min(1).max(50) }),
  reassign: z.object({ type: z.literal('reassign'), leadUnitId: z.uuid(), reason: reasonSchema }),
  /** Answers the lead unit that gave the task back: it stays with them. */
  insist: z.object({ type: z.literal('insist'), reason: reasonSchema }),
  urge: z.object({ type: z.literal('urge'), words: z.string().trim().min(5).max(2000) }),
  suspend: z.object({ type: z.literal('suspend'), reason: reasonSchema }),
  resume: z.object({
    type: z.literal('resume'),
    comment: z.string().trim().max(2000).optional(),
    /** What each due day becomes, where a rule counts other days than all: no machine knows the office's calendar. */
    laterDays: z.record(daySchema, daySchema).optional(),
  }),
  recordOutsideDecision: z.object({
    type: z.literal('recordOutsideDecision'),
    decision: z.enum(outsideDecisions),
    documentSymbol: z.string().trim().min(1).max(50),
    documentOn: daySchema,
    /** With an extension: the new outer due day. */
    outerDueOn: daySchema.optional(),
    comment: z.string().trim().max(2000).optional(),
  }),
  accept: z.object({ type: z.literal('accept'), comment: z.string().trim().max(2000).optional() }),
  sendBack: z.object({ type: z.literal('sendBack'), reason: reasonSchema }),
  reopen: z.object({ type: z.literal('reopen'), reason: reasonSchema, dueOn: daySchema.optional() }),
  revoke: z.object({ type: z.literal('revoke'), reason: reasonSchema }),
} as const
export type TaskAct = keyof typeof taskActs

/** What follows from acts on the assignments below; nobody can ask for these. */
export type TaskConsequence = { type: 'leadReceived' | 'leadGaveBack' | 'resultPassedUp' }

/** What the office has ordered beforehand and a job carries out; nobody can ask for these either. */
export type TaskOrder =
  | { type: 'open'; seriesId: string; period: string }
  | { type: 'handOver'; documentSymbol: string; documentOn: Day; succession: Succession }
  /** The working calendar is another, and the due day that counts by it is too. `source` is what announced it. */
  | { type: 'calendarChanged'; dueOn: Day; source: string }

export type TaskEvent = (z.infer<(typeof taskActs)[TaskAct]> | TaskConsequence | TaskOrder) & { scene: Scene<TaskPart> }
