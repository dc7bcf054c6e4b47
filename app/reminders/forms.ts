import { z } from 'zod'
import {
  type Level,
  levels,
  type ReminderPolicy,
  type ReminderRule,
  remindedWork,
  ruleSchema,
  type Stage,
  urgencies,
} from '#workflows/reminders/policy.ts'

const workingDays = z.int().min(1).max(60).optional()

/** With the day itself and every level they are no more stages than a rule may have. */
const MOST_BEFORE = 10
const MOST_RULES = 40

/** One rule as it is typed: the days before as a list, and after how many working days each level is told. */
const ruleInputSchema = z
  .object({
    work: z.array(z.enum(remindedWork)).default([]),
    urgencies: z.array(z.enum(urgencies)).default([]),
    before: z
      .string()
      .regex(/^\s*\d{1,2}(\s*[,;]\s*\d{1,2})*\s*$/, { message: 'reminders:fault.before' })
      .optional(),
    onDay: z.boolean().default(false),
    HOLDER: workingDays,
    HEAD: workingDays,
    LEADER: workingDays,
    SECRETARIAT: workingDays,
  })
  .superRefine((typed, context) => {
    if (isBlank(typed)) return
    for (const path of ['work', 'urgencies'] as const) {
      if (typed[path].length === 0) context.addIssue({ code: 'custom', path: [path], message: 'reminders:fault.none' })
    }
    const before = daysBefore(typed)
    if (before.length > MOST_BEFORE || before.some((days) => days < 1 || days > 30)) {
      context.addIssue({ code: 'custom', path: ['before'], message: 'reminders:fault.before' })
      return
    }
    const level = levels.find((each, index) => levels.slice(0, index).some((below) => isSooner(typed, each, below)))
    if (level) context.addIssue({ code: 'custom', path: [level], message: 'reminders:fault.order' })
  })

type RuleInput = z.infer<typeof ruleInputSchema>

/** A policy as it is typed; a rule in which nothing is said is none. */
export const policyFormSchema = z
  .object({ rules: z.array(ruleInputSchema).max(MOST_RULES + 1) })
  .superRefine(({ rules }, context) => {
    if (rules.filter((rule) => !isBlank(rule)).length > MOST_RULES) {
      context.addIssue({ code: 'custom', path: ['rules'], message: 'reminders:fault.tooMany' })
    }
    if (rules.every(isBlank)) context.addIssue({ code: 'custom', path: ['rules'], message: 'reminders:fault.noRule' })
  })

export function policyFrom({ rules }: z.output<typeof policyFormSchema>): ReminderPolicy {
  return { rules: rules.filter((rule) => !isBlank(rule)).map(ruleFrom) }
}

/** A policy as the form shows it again, with an empty rule to be filled at the end. */
export function typedFrom({ rules }: ReminderPolicy): z.input<typeof policyFormSchema> {
  return { rules: [...rules.map(typedRule), {}] }
}

function ruleFrom(typed: RuleInput): ReminderRule {
  const before = [...new Set(daysBefore(typed))].toSorted((one, other) => other - one)
  const stages: Stage[] = [
    ...before.map((days) => ({ kind: 'BEFORE' as const, workingDays: days })),
    ...(typed.onDay ? [{ kind: 'ON_DAY' as const }] : []),
    ...levels.flatMap((tells) => {
      const days = typed[tells]
      return days === undefined ? [] : [{ kind: 'OVERDUE' as const, workingDays: days, tells }]
    }),
  ]
  return ruleSchema.parse({ work: typed.work, urgencies: typed.urgencies, stages })
}

function typedRule({ work, urgencies: urgent, stages }: ReminderRule): z.input<typeof ruleInputSchema> {
  const before = stages.flatMap((stage) => (stage.kind === 'BEFORE' ? [stage.workingDays] : []))
  const overdue = stages.flatMap((stage) =>
    stage.kind === 'OVERDUE' ? [[stage.tells, stage.workingDays] as const] : [],
  )
  return {
    work,
    urgencies: urgent,
    ...(before.length > 0 && { before: before.join(', ') }),
    onDay: stages.some(({ kind }) => kind === 'ON_DAY'),
    ...(Object.fromEntries(overdue) as Partial<Record<Level, number>>),
  }
}

function daysBefore({ before }: RuleInput): number[] {
  return before?.split(/[,;]/).map(Number) ?? []
}

function isSooner(typed: RuleInput, level: Level, below: Level): boolean {
  return (typed[level] ?? Infinity) < (typed[below] ?? 0)
}

function isBlank(typed: RuleInput): boolean {
  const saysWhen = typed.before !== undefined || typed.onDay || levels.some((level) => typed[level] !== undefined)
  return !saysWhen && typed.work.length === 0 && typed.urgencies.length === 0
}
