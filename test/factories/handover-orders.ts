import { v7 as newId } from 'uuid'
import type { PersonHandover, UnitsHandover } from '#app/handovers/forms.ts'
import { orderPersonHandover, orderUnitsHandover } from '#app/handovers/order-handover.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import type { Actor } from '#workflows/actor.ts'
import type { DemoOffice } from './demo-office.ts'

/** An act of the administrator of the demo organisation, at this moment. */
export function administratorAct(office: DemoOffice) {
  return { by: office.actor('quantri'), address: null, at: now() }
}

/** From today on, by a document of today. */
function orderOfToday() {
  const today = officeDay(now())
  return { fromDay: today, documentSymbol: '21/QĐ-UBDT', documentOn: today }
}

interface ActChanges {
  by?: Actor
  requestKey?: string
}

export function unitsOrder(
  office: DemoOffice,
  handover: Pick<UnitsHandover, 'unitIds' | 'successorId'> & Partial<UnitsHandover>,
  changes: ActChanges = {},
): Promise<string> {
  return orderUnitsHandover({
    ...administratorAct(office),
    requestKey: newId(),
    ...changes,
    handover: { ...orderOfToday(), posts: [], ...handover },
  })
}

export function personOrder(
  office: DemoOffice,
  handover: Pick<PersonHandover, 'personId' | 'successorId'> & Partial<PersonHandover>,
  changes: ActChanges = {},
): Promise<string> {
  return orderPersonHandover({
    ...administratorAct(office),
    requestKey: newId(),
    ...changes,
    handover: { ...orderOfToday(), withRestricted: false, ...handover },
  })
}
