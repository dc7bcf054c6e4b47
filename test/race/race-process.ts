/** One of the processes of the race: `fork` it, send it orders, and it answers with what became of each. */
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { grantExtension, refuseExtension } from '#app/directives/assignment-acts.server.ts'
import { handOn } from '#app/directives/hand-on.server.ts'
import { reportProgress } from '#app/directives/report-progress.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { acceptResult, receiveAssignment, sendBack } from '#app/directives/simple-acts.server.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { NoFreeConnection } from '#app/platform/statements.server.ts'
import type { ActOutcome } from '#app/workflow/act.server.ts'
import { readTree } from '#app/workflow/restore.server.ts'
import { createDice, type Dice } from '#test/property/dice.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { actsOpenTo } from '#workflows/standing.ts'
import type { Order, Orders, Outcome, Roaming } from './orders.ts'

/** Of what a person could do, how often they choose it. What ends the race is left to its last order. */
const eagerness: Record<string, number> = { receive: 8, progress: 6, delegate: 2, report: 1, sendBack: 8 }

process.on('message', (orders: Orders) => {
  const done = 'roaming' in orders ? roam(orders.roaming) : Promise.all(orders.fire.map(fire))
  void done.then((outcomes) => process.send?.(outcomes))
})
process.send?.('ready')

/** Every person at once, each one event after another. */
async function roam({ people, shared, ...roaming }: Roaming): Promise<Outcome[]> {
  const outcomes = await Promise.all([
    ...people.map((by, index) => roamAs(by, { ...roaming, dice: createDice(roaming.seed * 1000 + index) })),
    ...shared.map(async (order, index) => {
      await sleep(createDice(roaming.seed * 1000 + index).below(2000))
      return [await fire(order)]
    }),
  ])
  return outcomes.flat()
}

async function roamAs(
  by: Actor,
  { taskId, events, colleagueIds, dice }: Omit<Roaming, 'people' | 'shared'> & { dice: Dice },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  while (outcomes.length < events) {
    const order = await chooseOrder(by, taskId, colleagueIds, dice)
    if (order.isHopeless) await sleep(dice.below(100))
    outcomes.push(await fire(order))
  }
  return outcomes
}

/** Chooses by a look at the task which may be out of date when the event is fired. */
async function chooseOrder(
  by: Actor,
  taskId: string,
  colleagueIds: string[],
  dice: Dice,
): Promise<Order & { isHopeless: boolean }> {
  const blind = {
    by,
    subjectId: taskId,
    act: 'sendBack',
    revision: null,
    isStale: false,
    requestKey: newId(),
    percent: dice.below(101),
    delegateIds: dice.shuffled(colleagueIds).slice(0, 1 + dice.below(2)),
  }
  const look = () => transaction('look', (tx) => readTree(tx, taskId, principalsOf(by)))
  const stored = await patiently(look).catch(nullIfNotFound)
  if (!stored) return { ...blind, isHopeless: true }
  const { tree, revisions } = stored
  const today = officeDay(new Date())
  const open = [...tree.nodes.values()].flatMap((node) =>
    actsOpenTo(tree, node, { actor: by, today }).flatMap(({ act, refusal }) =>
      act in eagerness && !refusal ? { node, act } : [],
    ),
  )
  const [chosen] = dice.shuffled(open, ({ act }) => eagerness[act]!)
  if (!chosen) return { ...blind, isHopeless: true }
  const { node, act } = chosen
  const isStale = dice.chance(0.1)
  const revision = revisions.get(node.id)! - (isStale ? 1 : 0)
  return { ...blind, subjectId: node.id, act, revision, isStale, isHopeless: false }
}

/** On a slow machine the line of those who wait for a connection can be too long; they come again. Nothing was begun. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error) || !wasNotBegun(error)) throw error
    }
  }
}

function wasNotBegun(error: Error): boolean {
  const isOfConnecting = ['Unable to start a transaction', 'due to connection timeout']
  return error instanceof NoFreeConnection || isOfConnecting.some((words) => error.message.includes(words))
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

async function fire(order: Order): Promise<Outcome> {
  const { by, subjectId, act, requestKey, isStale } = order
  const told = { personId: by.personId, subjectId, act, requestKey, isStale, percent: order.percent }
  try {
    const { repeated } = await patiently(() => carryOut(order))
    return { ...told, result: repeated ? 'repeated' : 'done' }
  } catch (error) {
    if (error instanceof Conflict) return { ...told, result: 'conflict' }
    if (error instanceof Refused || error instanceof NotFound) return { ...told, result: 'refused' }
    return { ...told, result: 'fault', fault: String(error) }
  }
}

/** Each text names its request, so that a step is found by it. */
function carryOut({ by, subjectId, act, revision, requestKey, percent, delegateIds }: Order): Promise<ActOutcome> {
  const asked = { by, subjectId, revision, requestKey, at: new Date() }
  switch (act) {
    case 'receive':
      return receiveAssignment(asked)
    case 'delegate': {
      const delegates = delegateIds.map((id) => ({
        holder: `person:${id}`,
        dueOn: '2030-01-01',
        instruction: requestKey,
      }))
      return handOn({ ...asked, delegates })
    }
    case 'progress':
      return reportProgress({ ...asked, progress: { text: requestKey, percent }, files: [] })
    case 'report':
      return reportResult({ ...asked, result: { text: requestKey }, files: [] })
    case 'reportAlone':
      return reportResult({ ...asked, result: { text: requestKey, withoutSupportersReason: requestKey }, files: [] })
    case 'sendBack':
      return sendBack({ ...asked, reason: requestKey })
    case 'grant':
      return grantExtension({ ...asked, dueOn: '2030-07-31' })
    case 'refuse':
      return refuseExtension({ ...asked, reason: requestKey })
    default:
      return acceptResult({ ...asked, comment: requestKey })
  }
}
