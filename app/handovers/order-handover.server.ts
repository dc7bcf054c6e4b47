import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { postIn } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { PersonHandover, UnitsHandover } from './forms.ts'
import { type Moves, movesOfPerson, movesOfUnits } from './moves.ts'
import { neededRoles } from './needed-roles.server.ts'

type Order = { fromDay: Day; documentSymbol: string; documentOn: Day }

/**
 * Orders that units go up in another from a day on: they end, their people, charges and open work go to whoever takes over. On
 * that day a job carries it out; what is due already begins at once.
 *
 * @throws Refused when the units or the successor are not there on that day
 */
export function orderUnitsHandover(act: AdministratorAct & { handover: UnitsHandover }): Promise<string> {
  const { unitIds, successorId, posts: _, ...order } = act.handover
  return transaction('orderUnitsHandover', async (tx) => {
    const moves = movesOfUnits(act.handover)
    await requireUnits(tx, act, [...unitIds, successorId, ...moves.posts.map(({ unitId }) => unitId)])
    const strangers = await tx.post.count({
      where: { id: { in: moves.posts.map(({ postId }) => postId) }, unitId: { notIn: unitIds } },
    })
    if (strangers > 0) throw new NotFound()
    return keepOrder(tx, act, order, moves)
  })
}

/**
 * Orders that a person leaves their posts, and that another takes their open work over.
 *
 * @throws Refused when the successor does not hold the posts that the work needs
 */
export function orderPersonHandover(act: AdministratorAct & { handover: PersonHandover }): Promise<string> {
  const { personId, successorId, withRestricted: _, ...order } = act.handover
  return transaction('orderPersonHandover', async (tx) => {
    const moves = movesOfPerson(act.handover)
    if (personId === successorId) throw new Refused('handovers:errors.ownSuccessor')
    const { organId } = act.by
    const people = await tx.person.count({ where: { id: { in: [personId, successorId] }, organId } })
    if (people !== 2) throw new NotFound()
    const missing = await neededRoles(tx, { personId, successorId, day: order.fromDay })
    if (missing.length > 0) throw new Refused(`handovers:errors.successorLacks.${missing[0]!}`)
    return keepOrder(tx, act, order, moves)
  })
}

async function keepOrder(tx: Transaction, act: AdministratorAct, order: Order, moves: Moves): Promise<string> {
  const { by, at } = act
  requireAdministrator(by, { act: 'orderHandovers' })
  if (order.fromDay < officeDay(at)) throw new Refused('handovers:errors.dayIsPast')
  const id = newId()
  await tx.handover.create({
    data: {
      id,
      organId: by.organId,
      fromDay: toDayColumn(order.fromDay),
      documentSymbol: order.documentSymbol,
      documentOn: toDayColumn(order.documentOn),
      moves,
      orderedById: by.personId,
      orderedPostId: postIn(by, 'ADMIN')!.id,
      orderedAt: at,
    },
  })
  const { documentSymbol, fromDay } = order
  await recordAudit(tx, {
    ...auditOf(act),
    kind: 'handoverOrdered',
    subjectId: id,
    details: { documentSymbol, fromDay },
  })
  if (fromDay <= officeDay(at)) await enqueue(tx, { job: 'handover.carryOut', payload: { handoverId: id }, at })
  return id
}

async function requireUnits(tx: Transaction, { by, handover }: { handover: Order } & AdministratorAct, ids: string[]) {
  const unitIds = [...new Set(ids)]
  const day = toDayColumn(handover.fromDay)
  const there = await tx.unit.count({
    where: {
      id: { in: unitIds },
      organId: by.organId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
  })
  if (there !== unitIds.length) throw new Refused('handovers:errors.unitNotThere')
}

/** Calls an order off before its day; what has begun is carried out. */
export function callOffHandover(act: AdministratorAct & { handoverId: string }): Promise<void> {
  return transaction('callOffHandover', async (tx) => {
    const { by, at, handoverId } = act
    requireAdministrator(by, { act: 'orderHandovers' })
    const handover = await tx.handover.findFirst({ where: { id: handoverId, organId: by.organId } })
    if (!handover) throw new NotFound()
    const { count } = await tx.handover.updateMany({
      where: { id: handoverId, begunAt: null, calledOffAt: null },
      data: { calledOffAt: at },
    })
    if (count === 0) throw new Refused('handovers:errors.hasBegun')
    await recordAudit(tx, { ...auditOf(act), kind: 'handoverCalledOff', subjectId: handoverId, details: {} })
  })
}
