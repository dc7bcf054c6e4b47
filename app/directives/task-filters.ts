import { z } from 'zod'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'
import { daySchema } from '#workflows/calendar/day.ts'
import { urgencies } from './forms.ts'

export const taskStates = [
  'draft',
  'assigned',
  'inProgress',
  'awaitingAcceptance',
  'completed',
  'revoked',
  'discarded',
] as const

/** The filters of the list of tasks, as they stand in the URL. What does not parse is left out, not refused. */
const filterSchemas = {
  q: z.string().trim().min(1).max(200),
  state: z.enum(taskStates),
  timeliness: z.enum(timelinessKinds),
  unit: z.uuid(),
  leader: z.uuid(),
  follower: z.uuid(),
  urgency: z.enum(urgencies),
  dueFrom: daySchema,
  dueTo: daySchema,
}

export type TaskFilters = { [Name in keyof typeof filterSchemas]?: z.infer<(typeof filterSchemas)[Name]> }

export function taskFiltersFrom(url: URL): TaskFilters {
  const entries = Object.entries(filterSchemas).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(url.searchParams.get(name))
    return parsed.success ? [[name, parsed.data]] : []
  })
  return Object.fromEntries(entries) as TaskFilters
}
