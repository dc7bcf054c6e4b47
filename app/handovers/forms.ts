import { z } from 'zod'
import { daySchema } from '#workflows/calendar/day.ts'

/** The order in which a handover stands: from which day on, by which document. */
const orderFields = {
  fromDay: daySchema,
  documentSymbol: z.string().trim().min(1).max(50),
  documentOn: daySchema,
}

const postMoveSchema = z.object({ postId: z.uuid(), unitId: z.uuid() })

export const unitsHandoverSchema = z
  .object({
    ...orderFields,
    unitIds: z.array(z.uuid()).min(1).max(20),
    successorId: z.uuid(),
    posts: z.array(postMoveSchema).max(1000).default([]),
  })
  .superRefine(({ unitIds, successorId, posts }, context) => {
    if (unitIds.includes(successorId)) {
      context.addIssue({ code: 'custom', path: ['successorId'], message: 'handovers:errors.ownSuccessor' })
    }
    for (const [index, { unitId }] of posts.entries()) {
      if (!unitIds.includes(unitId)) continue
      context.addIssue({ code: 'custom', path: ['posts', index, 'unitId'], message: 'handovers:errors.elsewhere' })
    }
  })
export type UnitsHandover = z.infer<typeof unitsHandoverSchema>

export const personHandoverSchema = z.object({
  ...orderFields,
  successorId: z.uuid(),
  withRestricted: z.stringbool().optional().default(false),
})
/** With the person whose page it is ordered on. */
export type PersonHandover = z.infer<typeof personHandoverSchema> & { personId: string }
