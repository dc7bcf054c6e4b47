import { z } from 'zod'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { daySchema } from '#workflows/calendar/day.ts'
import { levelsAbove } from '#workflows/reminders/policy.ts'
import { sourceKinds, urgencies } from './forms.ts'

export const taskStates = [
  'draft',
  'assigned',
  'inProgress',
  'returned',
  'awaitingAcceptance',
  'suspended',
  'completed',
  'revoked',
  'discarded',
] as const

/** Which part the unit looked for has in the task; without it, the lead. */
export const unitParts = ['support', 'any'] as const

/** The filters of the list of tasks, as they stand in the URL. What does not parse is left out, not refused. */
const filterSchemas = {
  q: z.string().trim().min(1).max(200),
  state: z.enum(taskStates),
  timeliness: z.enum(timelinessKinds),
  /** Due days and timeliness are those of the day an outside assigner set; of tasks that have one. */
  dueDay: z.literal('outer'),
  unit: z.uuid(),
  /** With `support`, due days and timeliness are those of the unit's part. */
  unitPart: z.enum(unitParts),
  /** A person with a part; due days and timeliness are those of that part. */
  officer: z.uuid(),
  leader: z.uuid(),
  /** Of the lead units this leader is in charge of today. */
  inChargeOf: z.uuid(),
  follower: z.uuid(),
  /** One paragraph given to many units: its tasks. */
  group: z.uuid(),
  /** A duty that comes again each period: its tasks. */
  series: z.uuid(),
  /** Those the reader chose to follow. */
  watch: z.literal('followed'),
  /** Of which something is still owed that this level has been told is overdue. */
  toldUp: z.enum(levelsAbove),
  urgency: z.enum(urgencies),
  field: z.string().trim().min(1).max(200),
  sourceKind: z.enum(sourceKinds),
  symbol: z.string().trim().min(1).max(100),
  issuedFrom: daySchema,
  issuedTo: daySchema,
  dueFrom: daySchema,
  dueTo: daySchema,
  /** What was under way in this period: is still open, or was done in it. Not drafts, nor what was revoked. */
  trackedFrom: daySchema,
  trackedTo: daySchema,
}

type FilterName = keyof typeof filterSchemas
export type TaskFilters = { [Name in FilterName]?: z.infer<(typeof filterSchemas)[Name]> }

export function taskFiltersFrom(url: URL): TaskFilters {
  return filtersIn(url.searchParams)
}

export function filtersIn(search: URLSearchParams): TaskFilters {
  const entries = Object.entries(filterSchemas).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(search.get(name))
    return parsed.success ? [[name, parsed.data]] : []
  })
  return Object.fromEntries(entries) as TaskFilters
}

/** The filters as they stand in an address, always in the same order: the same filters have one address. */
export function searchOf(filters: TaskFilters): string {
  const names = Object.keys(filterSchemas) as FilterName[]
  return new URLSearchParams(names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))).toString()
}

export function tasksPath(filters: TaskFilters): string {
  const search = searchOf(filters)
  return search ? `/tasks?${search}` : '/tasks'
}

/** Whose clock a list of tasks goes by: the task's own, its outer day's, or that of one part of it. */
export type TaskClock = 'inner' | 'outer' | 'support' | 'officer'

export function clockShownBy({ officer, unit, unitPart, dueDay }: TaskFilters): TaskClock {
  if (officer) return 'officer'
  if (unit && unitPart === 'support') return 'support'
  return dueDay ?? 'inner'
}
