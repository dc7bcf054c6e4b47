import { beforeAll, expect, test } from 'vitest'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { administratorAct } from '#test/factories/handover-orders.ts'
import { newUnit, unitWithPeople } from '#test/factories/units.ts'
import { unitsHandoverSchema } from './forms.ts'
import { movesOfUnits } from './moves.ts'
import { answerOrder } from './order-answer.server.ts'
import { lookAtUnitsHandover, orderUnitsHandover } from './order-handover.server.ts'

const today = officeDay(new Date())

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})

type Fields = Record<string, string>

async function filledIn(): Promise<Fields> {
  const [{ unitId }, successorId] = [await unitWithPeople(office), await newUnit()]
  return {
    'unitIds[0]': unitId,
    successorId,
    fromDay: today,
    documentSymbol: '21/QĐ-UBDT',
    documentOn: today,
  }
}

function send(fields: Fields) {
  const act = administratorAct(office)
  const request = new Request('http://office.example', { method: 'POST', body: new URLSearchParams(fields) })
  return answerOrder(request, unitsHandoverSchema, {
    movesOf: movesOfUnits,
    check: (handover) => lookAtUnitsHandover({ ...act, handover }),
    give: (handover, requestKey) => orderUnitsHandover({ ...act, handover, requestKey }),
  })
}

/** Where the order was sent to, or null where it is shown with its look. */
function placeOf(answer: Awaited<ReturnType<typeof send>>): string | null {
  return answer instanceof Response ? answer.headers.get('location') : null
}

async function lookedAt(fields: Fields): Promise<Fields> {
  const answer = await send({ ...fields, intent: 'preview' })
  if (!('data' in answer) || !answer.data.look) throw new Error('There is no look')
  const { seen, requestKey } = answer.data.look
  return { ...fields, seen, requestKey, intent: 'order' }
}

const countOrders = () => db.handover.count()

test('an order sent twice at once, or again later, is given once and answered each time with the same', async () => {
  const before = await countOrders()
  const order = await lookedAt(await filledIn())
  const answers = [...(await Promise.all([send(order), send(order)])), await send(order)]
  const [place, ...others] = answers.map(placeOf)
  expect(place).toMatch(/^\/admin\/handovers\//)
  expect(others).toEqual([place, place])
  expect(await countOrders()).toBe(before + 1)
})

test('what was changed after the look is looked at again, and nothing is ordered without a look', async () => {
  const before = await countOrders()
  const order = await lookedAt(await filledIn())
  const changed = { ...order, successorId: await newUnit() }
  const { seen: _, ...unseen } = order
  for (const fields of [changed, unseen]) expect(placeOf(await send(fields))).toBeNull()
  expect(await countOrders()).toBe(before)
  expect(placeOf(await send(await lookedAt(changed)))).not.toBeNull()
})
