import { z } from 'zod'
import type { PersonHandover, UnitsHandover } from './forms.ts'

const pairSchema = z.object({ from: z.uuid(), to: z.uuid() })

/** What an order of handover moves, as it is kept. */
export const movesSchema = z.object({
  /** Units that end, each with the unit that takes its work over. */
  units: z.array(pairSchema),
  /** Of a unit that is split: the posts that do not go to its successor but to another unit. Work handed to those people goes with them. */
  posts: z.array(z.object({ postId: z.uuid(), unitId: z.uuid() })),
  /** People who leave, each with who takes their work over. */
  people: z.array(pairSchema),
  /** Restricted tasks go from person to person too: whoever takes over is named in them. */
  withRestricted: z.boolean(),
})
export type Moves = z.infer<typeof movesSchema>

export function movesOfUnits({
  unitIds,
  successorId,
  posts,
}: Pick<UnitsHandover, 'unitIds' | 'successorId' | 'posts'>): Moves {
  return {
    units: unitIds.map((from) => ({ from, to: successorId })),
    posts: posts.filter(({ unitId }) => unitId !== successorId),
    people: [],
    withRestricted: false,
  }
}

export function movesOfPerson({
  personId,
  successorId,
  withRestricted,
}: Pick<PersonHandover, 'personId' | 'successorId' | 'withRestricted'>): Moves {
  return { units: [], posts: [], people: [{ from: personId, to: successorId }], withRestricted }
}
