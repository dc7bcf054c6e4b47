import type { AdministratorAct } from '#app/organisation/administrator-act.ts'
import { tellRoleGrants } from '#app/organisation/tell-role-grants.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Moves } from './moves.ts'

/**
 * Restricted tasks that an order gives to somebody who was not named in them: two pairs of eyes see it, as when a post is given
 * that opens content. It is told of the post in which they take the work over.
 */
export async function tellRestricted(
  tx: Transaction,
  act: AdministratorAct,
  { handoverId, moves, fromDay }: { handoverId: string; moves: Moves; fromDay: Day },
): Promise<void> {
  if (!moves.withRestricted) return
  const day = toDayColumn(fromDay)
  const posts = await tx.post.findMany({
    where: {
      personId: { in: moves.people.map(({ to }) => to) },
      organId: act.by.organId,
      role: { not: 'ADMIN' },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    distinct: ['personId'],
    orderBy: [{ personId: 'asc' }, { validFrom: 'desc' }],
  })
  const postIds = posts.map(({ id }) => id)
  await tellRoleGrants(tx, act, postIds, { handoverId })
}
