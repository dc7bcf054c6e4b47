/**
 * A process that carries out requests, to be killed: `web-process.ts <seed> <units, with commas>`. It tells of each request
 * before it and after it, as a browser knows what it sent and what was answered.
 */
import { demoOffice } from '#test/factories/demo-office.ts'
import { createDice } from '#test/property/dice.ts'
import { carryOut, nextRequest, type Request, unitIdOf } from './request.ts'

/** What the process tells. */
export type Told =
  | { asked: Request }
  | { answered: string; repeated: boolean; again: boolean }
  | { failed: string; request: Request }
  | 'ready'

const [seed, units] = process.argv.slice(2)
if (!seed || !units) throw new Error('Needs a seed and units')
const dice = createDice(Number(seed))
const office = await demoOffice()
let isStopping = false

process.on('message', (order: { sendAgain: Request[] } | 'stop') => {
  if (order === 'stop') isStopping = true
  else void start(order.sendAgain)
})
tell('ready')

/** First what was asked of the process before us and never answered, then each unit's tasks side by side. */
async function start(unanswered: Request[]): Promise<void> {
  await Promise.all(unanswered.map((request) => send(request, true)))
  await Promise.all(
    units!.split(',').map(async (unit) => {
      while (!isStopping) await send(await nextRequest(unit, unitIdOf(office, unit), dice), false)
    }),
  )
  process.exit(0)
}

async function send(request: Request, again: boolean): Promise<void> {
  tell({ asked: request })
  try {
    const repeated = await carryOut(office, request)
    tell({ answered: request.requestKey, repeated, again })
  } catch (error) {
    tell({ failed: String(error), request })
  }
}

function tell(told: Told): void {
  process.send?.(told)
}
