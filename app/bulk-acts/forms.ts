import { z } from 'zod'
import { dueDayChangeSchema, followerChangeSchema, reasonFormSchema } from '#app/directives/act-forms.ts'
import { taskActs } from '#workflows/task/events.ts'

/** As many as a list shows on ten pages; more are asked for in turns. */
export const MOST_TASKS = 500

/** The acts that can be asked of many tasks at once, and what each has typed in once for all. */
export const bulkActSchemas = {
  urge: taskActs.urge.omit({ type: true }),
  changeFollower: followerChangeSchema,
  changeDueDay: dueDayChangeSchema,
  accept: taskActs.accept.omit({ type: true }),
  revoke: reasonFormSchema,
} as const
export type BulkActName = keyof typeof bulkActSchemas
export const bulkActNames = Object.keys(bulkActSchemas) as BulkActName[]

export type BulkTyped = {
  [Name in BulkActName]: { act: Name; typed: z.output<(typeof bulkActSchemas)[Name]> }
}[BulkActName]

export const selectionSchema = z.object({
  act: z.enum(bulkActNames as [BulkActName, ...BulkActName[]]),
  taskIds: z.array(z.uuid()).min(1).max(MOST_TASKS),
})
