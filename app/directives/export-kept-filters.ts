import { z } from 'zod'
import { filtersIn, type TaskFilters } from './task-filters.ts'

/** The filters of an export, out of the column that keeps them. */
export function keptFilters(column: unknown): TaskFilters {
  return filtersIn(new URLSearchParams(z.record(z.string(), z.string()).parse(column)))
}
