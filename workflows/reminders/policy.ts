import { z } from 'zod'

/** The kinds of obligation somebody can be late with. */
export const remindedWork = ['RECEIVE', 'PROCESS', 'SUPPORT', 'REVIEW', 'ACCEPT', 'RESOLVE', 'DECIDE'] as const
export type RemindedWork = (typeof remindedWork)[number]

export const urgencies = ['NORMAL', 'URGENT', 'VERY_URGENT', 'FLASH'] as const
export type Urgency = (typeof urgencies)[number]

/** Up the line, from whoever owes the work. */
export const levels = ['HOLDER', 'HEAD', 'LEADER', 'SECRETARIAT'] as const
export type Level = (typeof levels)[number]

/** Those who hear of it because the holder did nothing. */
export const levelsAbove = ['HEAD', 'LEADER', 'SECRETARIAT'] as const satisfies Level[]

const beforeSchema = z.object({ kind: z.literal('BEFORE'), workingDays: z.int().min(1).max(30) })
const onDaySchema = z.object({ kind: z.literal('ON_DAY') })
const overdueSchema = z.object({
  kind: z.literal('OVERDUE'),
  workingDays: z.int().min(1).max(60),
  tells: z.enum(levels),
})

/** One telling: so many working days before the due day, on it, or after it. Only after it somebody else than the holder is told. */
const stageSchema = z.discriminatedUnion('kind', [beforeSchema, onDaySchema, overdueSchema])
export type Stage = z.infer<typeof stageSchema>

export const ruleSchema = z.object({
  work: z.array(z.enum(remindedWork)).min(1),
  urgencies: z.array(z.enum(urgencies)).min(1),
  stages: z.array(stageSchema).max(20).refine(areDistinct).refine(goUpTheLine),
})
export type ReminderRule = z.infer<typeof ruleSchema>

/** Which reminders an office sends: the first rule that names the kind of work and the urgency holds; without one nobody is told. */
export const policySchema = z.object({ rules: z.array(ruleSchema).min(1).max(40) })
export type ReminderPolicy = z.infer<typeof policySchema>

export function ruleFor({ rules }: ReminderPolicy, of: { work: string; urgency: Urgency }): ReminderRule | null {
  return rules.find(({ work, urgencies }) => isNamed(work, of.work) && isNamed(urgencies, of.urgency)) ?? null
}

/** What tells one stage of an item from its others, and stays the same when the policy changes around it. */
export function stageKey(stage: Stage): string {
  switch (stage.kind) {
    case 'BEFORE':
      return `before:${stage.workingDays}`
    case 'ON_DAY':
      return 'onDay'
    case 'OVERDUE':
      return `overdue:${stage.workingDays}:${stage.tells}`
  }
}

/**
 * How far up the line a stage stands, and among those that only tell the holder how near to the due day. Says of stages of different
 * policies which of them has been reached by the other.
 */
export function reachOf(stage: Stage): number {
  switch (stage.kind) {
    case 'BEFORE':
      return -stage.workingDays
    case 'ON_DAY':
      return 0
    case 'OVERDUE':
      return 1 + rankOf(stage.tells)
  }
}

/** Whom a stage tells. */
export function levelOf(stage: Stage): Level {
  return stage.kind === 'OVERDUE' ? stage.tells : 'HOLDER'
}

/** The stage a key was made from. */
export function stageOf(key: string): Stage {
  const [kind, days, tells] = key.split(':')
  const workingDays = Number(days)
  if (kind === 'onDay') return onDaySchema.parse({ kind: 'ON_DAY' })
  if (kind === 'before') return beforeSchema.parse({ kind: 'BEFORE', workingDays })
  return overdueSchema.parse({ kind: 'OVERDUE', workingDays, tells })
}

function isNamed(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

function areDistinct(stages: Stage[]): boolean {
  return new Set(stages.map(stageKey)).size === stages.length
}

/** Whoever stands higher is told later, or on the same day, and never before those below. */
function goUpTheLine(stages: Stage[]): boolean {
  const overdue = stages
    .filter((stage) => stage.kind === 'OVERDUE')
    .toSorted((one, other) => one.workingDays - other.workingDays || rankOf(one.tells) - rankOf(other.tells))
  return overdue.every((stage, index) => index === 0 || rankOf(stage.tells) >= rankOf(overdue[index - 1]!.tells))
}

function rankOf(level: Level): number {
  return levels.indexOf(level)
}
