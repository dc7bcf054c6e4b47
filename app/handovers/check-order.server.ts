import { requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { PersonHandover, UnitsHandover } from './forms.ts'
import { type Moves, movesOfPerson, movesOfUnits } from './moves.ts'
import { obstacleTo } from './obstacle.server.ts'

interface Ordering {
  by: Actor
  at: Date
}

/**
 * What an order of units would move, if it may be given: asked before it is looked at, and again when it is given.
 *
 * @throws Refused with what stands in the way; NotFound for what is another organ's
 */
export async function checkedUnits(tx: Transaction, { by, at }: Ordering, handover: UnitsHandover): Promise<Moves> {
  const moves = movesOfUnits(handover)
  const { unitIds, fromDay } = handover
  const posts = moves.posts.map(({ postId }) => postId)
  await requireOrder(tx, { by, at }, moves, fromDay)
  await requireNoObstacle(tx, { moves, organId: by.organId, day: fromDay })
  if ((await tx.post.count({ where: { id: { in: posts }, unitId: { in: unitIds } } })) !== new Set(posts).size) {
    throw new NotFound()
  }
  return moves
}

/** The same of an order about a person. Nobody orders their own, nor what comes to them: it would open work with one pair of eyes. */
export async function checkedPerson(tx: Transaction, { by, at }: Ordering, handover: PersonHandover): Promise<Moves> {
  const moves = movesOfPerson(handover)
  const { personId, successorId, fromDay } = handover
  await requireOrder(tx, { by, at }, moves, fromDay)
  if (personId === successorId) throw new Refused('handovers:errors.ownSuccessor')
  if ([personId, successorId].includes(by.personId)) throw new Refused('handovers:errors.notOneself')
  const people = await tx.person.count({ where: { id: { in: [personId, successorId] }, organId: by.organId } })
  if (people !== 2) throw new NotFound()
  await requireNoObstacle(tx, { moves, organId: by.organId, day: fromDay })
  return moves
}

async function requireOrder(tx: Transaction, { by, at }: Ordering, moves: Moves, fromDay: Day): Promise<void> {
  requireAdministrator(by, { act: 'orderHandovers' })
  if (fromDay < officeDay(at)) throw new Refused('handovers:errors.dayIsPast')
  // Two orders about one unit or person would depend on which comes first.
  const concerned = [...moves.units, ...moves.people].flatMap(({ from, to }) => [from, to])
  const [open] = await tx.$queryRaw<{ documentSymbol: string }[]>`
    select handover.document_symbol as "documentSymbol"
    from handover, jsonb_array_elements((handover.moves -> 'units') || (handover.moves -> 'people')) move
    where handover.organ_id = ${by.organId}::uuid and handover.called_off_at is null and handover.finished_at is null
      and (move ->> 'from' = any(${concerned}::text[]) or move ->> 'to' = any(${concerned}::text[]))
    limit 1`
  if (open) throw new Refused('handovers:errors.inAnotherOrder', { symbol: open.documentSymbol })
}

async function requireNoObstacle(...question: Parameters<typeof obstacleTo>): Promise<void> {
  const obstacle = await obstacleTo(...question)
  if (obstacle) throw new Refused(obstacle.code, obstacle.values)
}
