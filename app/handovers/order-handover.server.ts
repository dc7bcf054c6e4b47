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
import { checkedPerson, checkedUnits } from './check-order.server.ts'
import type { PersonHandover, UnitsHandover } from './forms.ts'
import type { Moves } from './moves.ts'

/**
 * Orders that units go up in another from a day on: they end, their people, charges and open work go to whoever takes over. On
 * that day a job carries it out; what is due already begins at once.
 *
 * @throws as `checkedUnits`
 */
export function orderUnitsHandover(act: AdministratorAct & { handover: UnitsHandover }): Promise<string> {
  const { handover } = act
  return transaction('orderUnitsHandover', async (tx) =>
    keepOrder(tx, act, handover, await checkedUnits(tx, act, handover)),
  )
}

/** Orders that a person leaves their posts, and that another takes their open work over. @throws as `checkedPerson` */
export function orderPersonHandover(act: AdministratorAct & { handover: PersonHandover }): Promise<string> {
  const { handover } = act
  return transaction('orderPersonHandover', async (tx) =>
    keepOrder(tx, act, handover, await checkedPerson(tx, act, handover)),
  )
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

async function keepOrder(
  tx: Transaction,
  act: AdministratorAct,
  { fromDay, documentSymbol, documentOn }: Order,
  moves: Moves,
): Promise<string> {
  const { by, at } = act
  const id = newId()
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
  const details = { documentSymbol, fromDay }
  await recordAudit(tx, { ...auditOf(act), kind: 'handoverOrdered', subjectId: id, details })
  if (fromDay <= officeDay(at)) await enqueue(tx, { job: 'handover.carryOut', payload: { handoverId: id }, at })
  return id
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
