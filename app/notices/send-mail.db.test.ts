import { v7 as newId } from 'uuid'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { type MailReceiver, startMailReceiver, type Treatment } from '#test/factories/mail-receiver.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { MAIL_SAYS_SUBJECT } from './office-mail.server.ts'
import { sendWaitingMail } from './send-mail.server.ts'
import { tell, type Told } from './tell.server.ts'

/** The address is read when the application is loaded. */
const port = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  process.env.MAIL_FROM = 'dieuhanh@coquan.example'
  process.env.PUBLIC_URL = 'https://dieuhanh.example'
  return free
})

const HEAD = 'truong.tttt'
const HOUR = 60 * 60_000
/** It waits for many slow answers. */
const TIMEOUT = { timeout: 60_000 }

let office: DemoOffice
let receiver: MailReceiver | undefined
let taskId: string

beforeAll(async () => {
  office = await demoOffice()
  ;({ taskId } = await issuedTask(office))
  await db.person.updateMany({ data: { email: 'nguoinhan@coquan.example' } })
})
beforeEach(async () => {
  await db.noticeDelivery.deleteMany()
  await db.notice.deleteMany()
  await db.setting.deleteMany({ where: { key: { startsWith: MAIL_SAYS_SUBJECT } } })
})
afterEach(async () => {
  await receiver?.close()
  receiver = undefined
})

describe('a mail', () => {
  it('says in plain text and HTML what happened, the number, the due day and the way there, not the subject', async () => {
    const noticeId = await told({ kind: 'assigned', rootId: taskId })
    const [mail] = await sentWith(() => 'take')
    expect(mail!.source).toContain(`Message-ID: <${noticeId}@coquan.example>`)
    expect(mail!.source).toMatch(/multipart\/alternative/)
    const words = decoded(mail!.source)
    for (const part of [
      'Việc mới được giao',
      '15/TB-UBDT',
      '30/06/2030',
      `https://dieuhanh.example/notices/${noticeId}`,
    ]) {
      expect(words).toContain(part)
    }
    expect(words).not.toContain('Xây dựng báo cáo')
    expect(await stateOf(noticeId)).toEqual(['SENT', 1])
  })

  it('says the subject where the office wants it, but never of a restricted task', async () => {
    await db.setting.create({ data: { key: MAIL_SAYS_SUBJECT + office.organId, value: true } })
    await told({ rootId: taskId })
    const restricted = await restrictedTask(office)
    await told({ rootId: restricted.taskId, causeKey: 'restricted' })
    const words = (await sentWith(() => 'take')).map(({ source }) => decoded(source))
    expect(words).toHaveLength(2)
    expect(words.filter((each) => each.includes('Xây dựng báo cáo'))).toHaveLength(1)
    expect(words.filter((each) => each.includes(restricted.content))).toHaveLength(0)
  })

  it('is in the language of the account, and goes to nobody who may not see the task any more', async () => {
    const { personId } = office.actor(HEAD)
    await db.login.updateMany({ where: { personId }, data: { locale: 'en' } })
    await told({ rootId: taskId })
    const unseen = await told({ rootId: taskId, personId: office.actor('truong.khtc').personId })
    const sent = await sentWith(() => 'take')
    await db.login.updateMany({ where: { personId }, data: { locale: null } })
    expect(sent.map(({ source }) => decoded(source)).join()).toContain('You are urged to act')
    expect(sent).toHaveLength(1)
    expect(await stateOf(unseen)).toEqual(['NOT_SENT', 1])
  })
})

describe('a mail server', () => {
  it('that says later is asked later, under the same Message-ID; one that refuses is not asked again', async () => {
    const [later, refused] = [await told({ causeKey: 'later' }), await told({ causeKey: 'refused' })]
    expect(await sentWith(({ id }) => (id === refused ? 'refuse' : 'later'))).toEqual([])
    expect(await stateOf(later)).toEqual(['WAITING', 1])
    expect(await stateOf(refused)).toEqual(['FAILED', 1])
    const sent = await sentWith(() => 'take', new Date(Date.now() + HOUR))
    expect(sent.map(({ id }) => id)).toEqual([later])
    expect(await stateOf(later)).toEqual(['SENT', 2])
  })

  it('that is not there loses nothing; what never goes is given up and said so', async () => {
    const noticeId = await told({})
    await sendWaitingMail(new Date())
    expect(await stateOf(noticeId)).toEqual(['WAITING', 1])
    for (let hour = 1; hour <= 72; hour++) await sendWaitingMail(new Date(Date.now() + hour * 2 * HOUR))
    expect(await stateOf(noticeId)).toEqual(['WAITING', 73])
    for (let hour = 73; hour <= 100; hour++) await sendWaitingMail(new Date(Date.now() + hour * 2 * HOUR))
    expect(await stateOf(noticeId)).toEqual(['FAILED', 100])
    const { lastError } = await db.noticeDelivery.findFirstOrThrow({ where: { noticeId, channel: 'MAIL' } })
    expect(lastError).toContain('ECONNREFUSED')
  })

  it(
    'that refuses, delays and drops loses none, and gets twice only what it took without saying so',
    TIMEOUT,
    async () => {
      const ids = new Set<string>()
      for (let number = 0; number < 60; number++) ids.add(await told({ causeKey: `many:${number}` }))
      const tries = new Map<string, number>()
      const rough: Treatment[] = ['later', 'slow', 'drop', 'take', 'takeAndDrop']
      const treat = ({ id }: { id: string }): Treatment => {
        const tried = tries.get(id) ?? 0
        tries.set(id, tried + 1)
        return tried > 2 ? 'take' : rough[(tried * 7 + [...ids].indexOf(id)) % rough.length]!
      }
      const received: string[] = []
      for (let round = 0; round < 6; round++) {
        // Two workers at once take different mail.
        const at = new Date(Date.now() + round * 2 * HOUR)
        received.push(...(await sentWith(treat, at, 2)).map(({ id }) => id))
      }
      expect(new Set(received)).toEqual(ids)
      const doubled = received.length - ids.size
      expect(doubled).toBe(takenInSilence(tries, rough, [...ids]))
      expect(await db.noticeDelivery.count({ where: { channel: 'MAIL', state: { not: 'SENT' } } })).toBe(0)
    },
  )
})

/** How often the receiver took a mail and hung up before it said so: what no sender can know. */
function takenInSilence(tries: Map<string, number>, rough: Treatment[], ids: string[]): number {
  return ids
    .flatMap((id, index) =>
      Array.from({ length: tries.get(id) ?? 0 }, (_, tried) => (tried > 2 ? 'take' : rough[(tried * 7 + index) % 5])),
    )
    .filter((treatment) => treatment === 'takeAndDrop').length
}

async function sentWith(treatmentOf: Parameters<typeof startMailReceiver>[1], at = new Date(), workers = 1) {
  receiver = await startMailReceiver(port, treatmentOf)
  await Promise.all(Array.from({ length: workers }, () => sendWaitingMail(at)))
  await receiver.close()
  const { received } = receiver
  receiver = undefined
  return received
}

async function told(changes: Partial<Told>): Promise<string> {
  const notice: Told = {
    personId: office.actor(HEAD).personId,
    kind: 'urged',
    rootId: null,
    subjectId: null,
    causeKey: newId(),
    values: {},
    at: new Date(),
    ...changes,
  }
  await transaction('tell', (tx) => tell(tx, [notice]))
  const { personId, causeKey } = notice
  return (await db.notice.findFirstOrThrow({ where: { personId, causeKey } })).id
}

async function stateOf(noticeId: string) {
  const { state, attempts } = await db.noticeDelivery.findFirstOrThrow({ where: { noticeId, channel: 'MAIL' } })
  return [state, attempts]
}

/** Both bodies and the subject as people read them. */
function decoded(source: string): string {
  const joined = source.replace(/=\r?\n/g, '').replace(/\?=\r?\n =\?/g, '?==?')
  const quoted = joined.replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replace(/=/g, ''), 'hex').toString())
  const blocks = source.match(/(?:^[A-Za-z0-9+/=]{60,}\r?\n)+[A-Za-z0-9+/=]*/gm) ?? []
  return [quoted, ...blocks.map((block) => Buffer.from(block, 'base64').toString())].join('\n')
}
