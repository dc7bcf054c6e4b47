import { z } from 'zod'
import { periodKinds } from '#workflows/calendar/periods.ts'
import { seriesStates } from './series.ts'

/** Beside the states those that go on, but whose next period cannot be opened as they are. */
export const shownStates = [...seriesStates, 'stuck'] as const

const filterSchemas = {
  q: z.string().trim().min(1).max(200),
  state: z.enum(shownStates),
  kind: z.enum(periodKinds),
  unit: z.uuid(),
}

export type SeriesFilters = { [Name in keyof typeof filterSchemas]?: z.infer<(typeof filterSchemas)[Name]> }

/** The filters of the list as they stand in the address. What does not parse is left out, not refused. */
export function seriesFiltersFrom({ searchParams }: URL): SeriesFilters {
  const entries = Object.entries(filterSchemas).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(searchParams.get(name))
    return parsed.success ? [[name, parsed.data]] : []
  })
  return Object.fromEntries(entries) as SeriesFilters
}
