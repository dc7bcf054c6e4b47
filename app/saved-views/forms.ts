import { z } from 'zod'

export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** Empty: for oneself. */
  unitId: z.uuid().optional(),
})

export const newViewSchema = savedViewSchema.extend({ search: z.string().max(4000).default('') })
