import { z } from 'zod'
import { type Day, daySchema } from '#workflows/calendar/day.ts'
import type { DigestRow } from './digest-rows.server.ts'

/** The kind of notice that a digest is. It stands in no list: what it gathers does. */
export const DIGEST = 'digest'

/** The values of such a notice. */
export const digestValuesSchema = z.object({ day: daySchema })

/** A task of which something was told, with all that was. */
export interface DigestTask extends Pick<DigestRow, 'taskId' | 'symbol' | 'title' | 'dueOn' | 'dueHour'> {
  /** The newest first. */
  told: Pick<DigestRow, 'kind' | 'values'>[]
}

type Urgency = 'overdue' | 'today' | 'later' | 'none'
const URGENCIES = ['overdue', 'today', 'later', 'none'] as const satisfies Urgency[]

/** A part of a digest under a heading: how near the day is, or the unit that leads. */
export interface DigestSection {
  heading: Urgency | { unit: string | null; overdue: number }
  tasks: DigestTask[]
}

/** What was told, by task: the most overdue first, what has no day last; for a leader by the unit that leads. */
export function digestOf(rows: DigestRow[], { today, byUnit }: { today: Day; byUnit: boolean }): DigestSection[] {
  const groups = [...Map.groupBy(rows, ({ taskId }, index) => taskId ?? index).values()]
  const tasks = groups.map(taskOf).toSorted((one, other) => compare(one.dueOn, other.dueOn))
  if (!byUnit) {
    return URGENCIES.flatMap((heading) => {
      const those = tasks.filter(({ dueOn }) => urgencyOf(dueOn, today) === heading)
      return those.length > 0 ? [{ heading, tasks: those }] : []
    })
  }
  const units = Map.groupBy(tasks, ({ unit }) => unit)
  return [...units]
    .map(([unit, those]) => {
      const overdue = those.filter(({ dueOn }) => urgencyOf(dueOn, today) === 'overdue').length
      return { heading: { unit, overdue }, tasks: those }
    })
    .toSorted((one, other) => other.heading.overdue - one.heading.overdue || other.tasks.length - one.tasks.length)
}

function taskOf(rows: DigestRow[]): DigestTask & { unit: string | null } {
  const { taskId, symbol, title, unit } = rows[0]!
  const [first] = rows.filter(({ dueOn }) => dueOn !== null).toSorted((one, other) => compare(one.dueOn, other.dueOn))
  const { dueOn = null, dueHour = null } = first ?? {}
  return { taskId, symbol, title, unit, dueOn, dueHour, told: rows.map(({ kind, values }) => ({ kind, values })) }
}

function urgencyOf(dueOn: Day | null, today: Day): Urgency {
  if (dueOn === null) return 'none'
  return dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'later'
}

function compare(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null) return 1
  return other === null || one < other ? -1 : 1
}
