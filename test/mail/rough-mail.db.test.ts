/** Two processes send to a mail server on a bad day; what they say they sent is held against what the server knows it took. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { tell } from '#app/notices/tell.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { newPerson, newPost } from '#test/factories/people.ts'
import { createDice } from '#test/property/dice.ts'
import { type RoughMailServer, startRoughMailServer } from './rough-mail-server.ts'

/** The address is read when the application is loaded, here and in the senders. */
const port = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  return free
})

const isLong = process.env.LONG === '1'
const PEOPLE = isLong ? 500 : 25
const MAILS_EACH = isLong ? 20 : 8
const SEED = isLong ? Date.now() % 0x7fffffff : 11
const ROUNDS = 12
const HOUR = 3_600_000

let server: RoughMailServer
let senders: ChildProcess[] = []

beforeAll(async () => {
  await tellEverybody()
  const hasMailbox = (address: string) => !address.startsWith('khongco')
  server = await startRoughMailServer({ port, dice: createDice(SEED), hasMailbox })
  senders = await Promise.all([begin(), begin()])
}, 10 * 60_000)
afterAll(async () => {
  senders.forEach((each) => each.kill())
  await server.close()
})

test('none is lost, and none comes twice but what the server took without saying so', async () => {
  const begun = performance.now()
  let rounds = 0
  let peaks: number[] = []
  // Each round two hours later than the last: whatever was put off is due again.
  for (; rounds < ROUNDS && (await countOf('WAITING')) > 0; rounds++) {
    const moment = new Date(Date.now() + rounds * 2 * HOUR).toISOString()
    peaks = await Promise.all(senders.map((each) => send(each, moment)))
  }
  const seconds = Math.round((performance.now() - begun) / 1000)

  const deliveries = await db.noticeDelivery.findMany({
    where: { channel: 'MAIL' },
    select: {
      noticeId: true,
      state: true,
      attempts: true,
      notice: { select: { person: { select: { email: true } } } },
    },
  })
  const inState = (state: string) => deliveries.filter((each) => each.state === state)
  const idsOf = (some: typeof deliveries) => some.map(({ noticeId }) => noticeId).toSorted()
  const known = [...server.known]

  expect(deliveries).toHaveLength(PEOPLE * MAILS_EACH)
  expect(inState('WAITING')).toEqual([])
  // Sent is what the server said yes to, once and no more.
  expect(idsOf(inState('SENT'))).toEqual(known.flatMap(([id, { yes }]) => (yes === 1 ? id : [])).toSorted())
  expect(known.filter(([, { yes }]) => yes !== 1)).toEqual([])
  // Given up is what went to a mailbox there is not, at the first no.
  const givenUp = Map.groupBy(inState('FAILED'), ({ notice }) => notice.person.email!)
  expect(new Map([...givenUp].map(([address, mails]) => [address, mails.length]))).toEqual(server.refusedAddresses)
  expect(inState('SENT').length + inState('FAILED').length).toBe(PEOPLE * MAILS_EACH)
  // Twice came what was taken in silence, each as often, and nothing else.
  const arrived = known.reduce((sum, [, { yes, inSilence }]) => sum + yes + inSilence, 0)
  const doubled = arrived - inState('SENT').length
  expect(doubled).toBe(server.deeds.get('inSilence'))

  const tries = deliveries.reduce((sum, { attempts }) => sum + attempts, 0)
  console.log(
    `${deliveries.length} mails (seed ${SEED}) in ${seconds} s, ${rounds} rounds, ${tries} tries: ${inState('SENT').length} sent, ` +
      `${inState('FAILED').length} given up at a mailbox there is not, ${doubled} twice; the senders held ${peaks.join(' and ')} MiB at most; ` +
      `the server: ${JSON.stringify(Object.fromEntries(server.deeds))}`,
  )
})

/** All see one task; every twentieth has no mailbox. */
async function tellEverybody(): Promise<void> {
  const office = await demoOffice()
  const { taskId } = await issuedTask(office)
  const people: string[] = []
  for (let number = 0; number < PEOPLE; number++) {
    const id = await newPerson()
    await newPost(office, id, { role: 'OFFICER', unitId: office.unitId('KHTC') })
    const email = `${number % 20 === 0 ? 'khongco' : 'cobo'}.${id}@coquan.example`
    await db.person.update({ where: { id }, data: { email } })
    people.push(id)
  }
  await db.participant.createMany({
    data: people.map((id) => ({ subjectId: taskId, principal: `person:${id}`, reason: 'follower' })),
  })
  const each = { kind: 'overdue' as const, rootId: taskId, subjectId: taskId, at: new Date() }
  for (let number = 0; number < MAILS_EACH; number++) {
    const told = { ...each, causeKey: `rough:${number}`, values: { days: number + 1 } }
    await transaction('tell', (tx) =>
      tell(
        tx,
        people.map((personId) => ({ ...told, personId })),
      ),
    )
  }
}

function countOf(state: 'WAITING'): Promise<number> {
  return db.noticeDelivery.count({ where: { channel: 'MAIL', state } })
}

async function begin(): Promise<ChildProcess> {
  const begun = fork(resolve('test/mail/sending-process.ts'), [], { execArgv: [], env: process.env })
  await once(begun, 'message')
  return begun
}

/** @returns the most memory the sender has held, in MiB */
async function send(sender: ChildProcess, moment: string): Promise<number> {
  sender.send(moment)
  const [answer] = (await once(sender, 'message')) as [{ peakMiB: number }]
  return answer.peakMiB
}
