import { v7 as newId } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseWays } from '#app/notices/choose-ways.server.ts'
import { noticeKinds } from '#app/notices/notice-kinds.ts'
import { listNotices } from '#app/notices/notice-list.server.ts'
import { MAIL_SAYS_SUBJECT } from '#app/notices/office-mail.server.ts'
import { sendWaitingMail } from '#app/notices/send-mail.server.ts'
import { tell, type Told } from '#app/notices/tell.server.ts'
import { db, transaction } from '#app/platform/db.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { issuedTask } from '#test/factories/directives.ts'
import { type MailReceiver, startMailReceiver, type Treatment } from '#test/factories/mail-receiver.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { gatherDigests } from './gather-digests.server.ts'
import { readDigestHour } from './own-digest.server.ts'
import { writeDigest } from './write-digest.server.ts'

/** The address is read when the application is loaded. */
const port = await vi.hoisted(async () => {
  const { freePort } = await import('#app/platform/free-port.server.ts')
  const free = await freePort()
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`
  process.env.PUBLIC_URL = 'https://dieuhanh.example'
  return free
})

const HEAD = 'truong.tttt'
let office: DemoOffice
let taskId: string

beforeAll(async () => {
  office = await demoOffice()
  ;({ taskId } = await issuedTask(office))
  await db.person.updateMany({ data: { email: 'nguoinhan@coquan.example' } })
})
beforeEach(async () => {
  await db.noticeDelivery.deleteMany()
  await db.notice.deleteMany()
  await db.noticeDigest.deleteMany()
  await db.noticeRule.deleteMany()
  await choose(HEAD, 8)
})

describe('who has chosen a digest', () => {
  it('gets no single mails, but one on each working day, from their hour on, with all that was told', async () => {
    await told({ rootId: taskId })
    await told({ rootId: taskId, kind: 'dueDayChanged', values: { from: '2030-06-30', to: '2030-07-31' } })
    expect(await mailsAt('2030-06-05', '07:50')).toEqual([])
    const [mail, ...others] = await mailsAt('2030-06-05', '08:10')
    expect(others).toEqual([])
    expect(mail).toContain('15/TB-UBDT')
    expect(mail).toContain(`https://dieuhanh.example/tasks/${taskId}`)
    await told({ rootId: taskId })
    expect(await mailsAt('2030-06-05', '17:00')).toEqual([])
    // What came later waits over a Thursday's worth of nothing; a weekend has no digests.
    expect(await mailsAt('2030-06-08', '09:00')).toEqual([])
    expect(await mailsAt('2030-06-10', '09:00')).toHaveLength(1)
    expect(await mailsAt('2030-06-11', '09:00')).toEqual([])
  })

  it('gets it once, however many gather at once and however often', async () => {
    await choose('pho.tttt', 8)
    await told({ rootId: taskId })
    await told({ rootId: taskId, personId: office.actor('pho.tttt').personId })
    const at = momentOf('2030-06-05', '09:00')
    await Promise.all([gatherDigests(at), gatherDigests(at), gatherDigests(at)])
    expect(await db.notice.count({ where: { kind: 'digest' } })).toBe(2)
    expect(await db.noticeDelivery.count({ where: { state: 'DIGEST', digestId: null } })).toBe(0)
    expect(await mailsAt('2030-06-05', '09:10')).toHaveLength(2)
  })

  it('gets at once what the office always sends, and nothing of what they turned off', async () => {
    const rule = { organId: office.organId, channel: 'MAIL', way: 'AT_ONCE', fixed: true } as const
    await db.noticeRule.create({ data: { ...rule, kind: 'urged' } })
    const urged = await told({ rootId: taskId, kind: 'urged' })
    expect(await stateOf(urged)).toBe('WAITING')
    await chooseWays({ ...whose(HEAD), wanted: [], digestHour: 8 })
    await told({ rootId: taskId, kind: 'assigned' })
    expect(await db.noticeDelivery.count({ where: { state: 'DIGEST' } })).toBe(0)
  })

  it('has what was left to it in a last one after they gave it up, and mails at once from then on', async () => {
    await told({ rootId: taskId })
    await choose(HEAD, null)
    expect(await readDigestHour(office.actor(HEAD).personId)).toBeNull()
    expect(await stateOf(await told({ rootId: taskId }))).toBe('WAITING')
    expect(await mailsAt('2030-06-05', '06:00')).toHaveLength(2)
  })
})

describe('a digest', () => {
  it('that could not be sent is said so of all it gathered', async () => {
    await told({ rootId: taskId })
    const { personId } = office.actor(HEAD)
    const shown = async () => (await listNotices({ personId, principals: [], page: 1 })).rows.map(({ mail }) => mail)
    expect(await mailsAt('2030-06-05', '09:00', 'refuse')).toEqual([])
    expect(await shown()).toEqual(['FAILED'])
    await told({ rootId: taskId })
    expect((await shown()).toSorted()).toEqual(['DIGEST', 'FAILED'])
  })

  it('says nothing of what its reader may no longer see, nor the subject of what is restricted', async () => {
    await db.setting.create({ data: { key: MAIL_SAYS_SUBJECT + office.organId, value: true } })
    const restricted = await restrictedTask(office)
    const named = await db.participant.findFirstOrThrow({ where: { subjectId: restricted.taskId } })
    const personId = named.principal.slice('named:'.length)
    await db.noticeDigest.upsert({ where: { personId }, create: { personId, hour: 8 }, update: {} })
    await told({ personId, rootId: restricted.taskId })
    await choose('truong.khtc', 8)
    const unseen = await told({ personId: office.actor('truong.khtc').personId, rootId: taskId })
    const [mail, ...others] = await mailsAt('2030-06-05', '09:00')
    expect(others).toEqual([])
    expect(mail).not.toContain(restricted.content)
    expect(await stateOf(unseen)).toBe('DIGEST')
    await db.setting.deleteMany({ where: { key: { startsWith: MAIL_SAYS_SUBJECT } } })
  })

  it('of a leader is by the unit that leads', async () => {
    await choose('chunhiem', 8)
    await told({ personId: office.actor('chunhiem').personId, rootId: taskId, kind: 'overdue', values: { days: 2 } })
    const at = momentOf('2030-07-03', '09:00')
    await gatherDigests(at)
    const { id } = await db.notice.findFirstOrThrow({ where: { kind: 'digest' } })
    const { name } = await db.unit.findUniqueOrThrow({ where: { id: office.unitId('TTTT') } })
    expect((await writeDigest(id, at))!.text).toContain(`${name}: 1, trong đó quá hạn 1`)
  })
})

function choose(username: string, digestHour: number | null): Promise<void> {
  const wanted = noticeKinds.flatMap((kind) => [`APP.${kind}`, `MAIL.${kind}`])
  return chooseWays({ ...whose(username), wanted, digestHour })
}

function whose(username: string) {
  const { personId, organId } = office.actor(username)
  return { personId, organId }
}

/** The mails that come when digests are gathered and sent at an hour of a day of the office. */
async function mailsAt(day: string, hour: string, treatment: Treatment = 'take'): Promise<string[]> {
  const at = momentOf(day, hour)
  const receiver: MailReceiver = await startMailReceiver(port, () => treatment)
  await gatherDigests(at)
  await sendWaitingMail(at)
  await receiver.close()
  return receiver.received.map(({ source }) => source.replace(/=\r?\n/g, ''))
}

function momentOf(day: string, hour: string): Date {
  return new Date(`${day}T${hour}:00+07:00`)
}

async function told(changes: Partial<Told>): Promise<string> {
  const { personId } = office.actor(HEAD)
  const about = { kind: 'assigned', rootId: null, subjectId: null, causeKey: newId(), values: {} } as const
  const notice: Told = { personId, ...about, at: new Date(), ...changes }
  await transaction('tell', (tx) => tell(tx, [notice]))
  return (await db.notice.findFirstOrThrow({ where: { causeKey: notice.causeKey } })).id
}

async function stateOf(noticeId: string): Promise<string> {
  return (await db.noticeDelivery.findFirstOrThrow({ where: { noticeId, channel: 'MAIL' } })).state
}
