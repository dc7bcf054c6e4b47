import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { type MailReceiver, type Refusal, startMailReceiver } from '#test/factories/mail-receiver.ts'
import { sendWaitingMail } from './send-mail.server.ts'
import { tell } from './tell.server.ts'

/** The address is read when the application is loaded. */
const port = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://dieuhanh:matkhau@127.0.0.1:${free}`
  return free
})

const HOUR = 60 * 60_000

let office: DemoOffice
let receiver: MailReceiver | undefined

beforeAll(async () => {
  office = await demoOffice()
  await db.person.updateMany({ data: { email: 'nguoinhan@coquan.example' } })
})
beforeEach(async () => {
  await db.noticeDelivery.deleteMany()
  await db.notice.deleteMany()
})
afterEach(async () => {
  await receiver?.close()
  receiver = undefined
})

describe('a permanent no', () => {
  it.each([
    { of: 'connection', code: 554 },
    { of: 'login', code: 535 },
    { of: 'sender', code: 550 },
  ] as Refusal[])('to the $of is the office’s to put right: mail is tried again, and goes then', async (refusal) => {
    const [noticeId] = await told(1)
    await sendTo(refusal)
    expect(await deliveryOf(noticeId!)).toMatchObject({ state: 'WAITING', attempts: 1 })
    expect((await deliveryOf(noticeId!)).lastError).toContain(String(refusal.code))
    await sendTo(undefined, new Date(Date.now() + HOUR))
    expect(await deliveryOf(noticeId!)).toMatchObject({ state: 'SENT', attempts: 2, lastError: null })
  })

  it('to the recipient is final, and says so to the operator', async () => {
    const [noticeId] = await told(1)
    await sendTo({ of: 'recipient', code: 550 })
    const { state, lastError } = await deliveryOf(noticeId!)
    expect(state).toBe('FAILED')
    expect(lastError).toContain('550')
  })
})

it('a mail that cannot be written holds back no other, and the operator sees why', async () => {
  const { taskId } = await issuedTask(office)
  // A rule of a version of the application that is not this one.
  await db.task.update({ where: { id: taskId }, data: { dueRule: { kind: 'BY_MOON' } } })
  const about = { rootId: taskId, subjectId: taskId, kind: 'overdue' as const }
  const { personId } = office.actor('truong.tttt')
  const broken = { ...about, personId, causeKey: 'broken', values: {}, at: new Date(0) }
  await transaction('tell', (tx) => tell(tx, [broken]))
  await told(20)
  await sendTo(undefined)
  const unsent = await db.noticeDelivery.findMany({ where: { channel: 'MAIL', state: { not: 'SENT' } } })
  expect(unsent).toMatchObject([
    { state: 'WAITING', attempts: 1, lastError: expect.stringContaining('kind') as string },
  ])
})

describe('no more than one run of a process', () => {
  it('waits for a server that says nothing; whoever asks meanwhile is answered at once', async () => {
    await told(60)
    const silent = await startSilentServer()
    let isHeld = true
    const held = sendWaitingMail(new Date()).finally(() => (isHeld = false))
    await vi.waitFor(() => expect(silent.sockets.size).toBeGreaterThan(0), 10_000)
    await Promise.all(Array.from({ length: 8 }, () => sendWaitingMail(new Date())))
    expect(isHeld).toBe(true)
    silent.close()
    await held
    const waiting = await db.noticeDelivery.findMany({ where: { channel: 'MAIL', state: 'WAITING' } })
    expect(waiting).toHaveLength(60)
    // A server that is not there is not asked for all that waits: the rest keeps its tries.
    expect(waiting.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(0)
    expect(Math.max(...waiting.map(({ attempts }) => attempts))).toBe(1)
  })
})

async function sendTo(refusal: Refusal | undefined, at = new Date()): Promise<void> {
  receiver = await startMailReceiver(port, () => 'take', refusal)
  await sendWaitingMail(at)
  await receiver.close()
  receiver = undefined
}

/** Takes connections and never says a word. */
async function startSilentServer() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    sockets,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

async function told(many: number): Promise<string[]> {
  const { personId } = office.actor('truong.tttt')
  const each = { personId, kind: 'urged' as const, rootId: null, subjectId: null, values: {}, at: new Date() }
  await transaction('tell', (tx) =>
    tell(
      tx,
      Array.from({ length: many }, () => ({ ...each, causeKey: newId() })),
    ),
  )
  return (await db.notice.findMany()).map(({ id }) => id)
}

function deliveryOf(noticeId: string) {
  return db.noticeDelivery.findUniqueOrThrow({ where: { noticeId_channel: { noticeId, channel: 'MAIL' } } })
}
