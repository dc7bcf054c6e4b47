import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { enqueue } from '#app/outbox/enqueue.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction, type Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { claimRequestKey } from '#app/workflow/request-key.server.ts'
import { postIn } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { checkedPerson, checkedUnits } from './check-order.server.ts'
import type { PersonHandover, UnitsHandover } from './forms.ts'
import type { Moves } from './moves.ts'
import { tellRestricted } from './tell-restricted.server.ts'

export type Ordering<Handover> = AdministratorAct & { handover: Handover; requestKey: string }

/**
 * Orders that units go up in another from a day on: they end, their people, charges and open work go to whoever takes over. On
 * that day a job carries it out; what is due already begins at once. A repeated request orders nothing and names the first order.
 *
 * @throws as `checkedUnits`
 */
export function orderUnitsHandover(ordering: Ordering<UnitsHandover>): Promise<string> {
  return giveOrder('orderUnitsHandover', ordering, checkedUnits)
}

/** Orders that a person leaves their posts, and that another takes their open work over. @throws as `checkedPerson` */
export function orderPersonHandover(ordering: Ordering<PersonHandover>): Promise<string> {
  return giveOrder('orderPersonHandover', ordering, checkedPerson)
}

/** What such an order would move, if it may be given. @throws as when it is given */
export function lookAtUnitsHandover(act: AdministratorAct & { handover: UnitsHandover }): Promise<Moves> {
  return transaction('lookAtUnitsHandover', (tx) => checkedUnits(tx, act, act.handover))
}

export function lookAtPersonHandover(act: AdministratorAct & { handover: PersonHandover }): Promise<Moves> {
  return transaction('lookAtPersonHandover', (tx) => checkedPerson(tx, act, act.handover))
}

interface Order {
  fromDay: Day
  documentSymbol: string
  documentOn: Day
}

function giveOrder<Handover extends Order>(
  name: string,
  ordering: Ordering<Handover>,
  checked: (tx: Transaction, act: AdministratorAct, handover: Handover) => Promise<Moves>,
): Promise<string> {
  const { by, at, requestKey, handover } = ordering
  return transaction(name, async (tx) => {
    const handoverId = newId()
    const earlier = await claimRequestKey(tx, { personId: by.personId, requestKey, outcome: { handoverId }, at })
    if (earlier) return String(earlier.handoverId)
    // Two administrators' orders come one after the other, so that the second sees what the first names.
    await tx.$queryRaw`select from organ where id = ${by.organId}::uuid for no key update`
    await keepOrder(tx, ordering, { id: handoverId, order: handover, moves: await checked(tx, ordering, handover) })
    return handoverId
  })
}

async function keepOrder(
  tx: Transaction,
  act: AdministratorAct,
  { id, order, moves }: { id: string; order: Order; moves: Moves },
): Promise<void> {
  const { by, at } = act
  const { fromDay, documentSymbol, documentOn } = order
  await tx.handover.create({
    data: {
      id,
      organId: by.organId,
      fromDay: toDayColumn(fromDay),
      documentSymbol,
      documentOn: toDayColumn(documentOn),
      moves,
      orderedById: by.personId,
      orderedPostId: postIn(by, 'ADMIN')!.id,
      orderedAt: at,
    },
  })
  await tellRestricted(tx, act, { handoverId: id, moves, fromDay })
  const details = { documentSymbol, fromDay }
  await recordAudit(tx, { ...auditOf(act), kind: 'handoverOrdered', subjectId: id, details })
  if (fromDay <= officeDay(at)) await enqueue(tx, { job: 'handover.carryOut', payload: { handoverId: id }, at })
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
    // It will open nothing, so nobody need look at that any more.
    await tx.roleGrant.deleteMany({ where: { handoverId, seenAt: null } })
    await recordAudit(tx, { ...auditOf(act), kind: 'handoverCalledOff', subjectId: handoverId, details: {} })
  })
}
