import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameSubstitute } from '#app/absences/name-substitute.server.ts'
import { grantExtension, requestExtension } from '#app/directives/assignment-acts.server.ts'
import { reportResult } from '#app/directives/report-result.server.ts'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lockAccount, unlockAccount } from '#app/sign-in/lock-account.server.ts'
import { setWatch } from '#app/watches/set-watch.server.ts'
import { demoOffice, type DemoOffice } from '#test/factories/demo-office.ts'
import { asked, handedTask, issuedTask } from '#test/factories/directives.ts'
import { restrictedTask } from '#test/visibility/scene.ts'
import { daysAfter } from '#workflows/calendar/day.ts'
import { TOLD_AFTER_DAYS } from './entries.ts'
import { makeFeed, readOwnFeed, revokeFeed } from './own-feed.server.ts'
import { feedPath, tokenIn } from './feed-path.ts'
import { readFeed } from './read-feed.server.ts'

const ORIGIN = 'https://docflow.example'
const OFFICER = 'chuyenvien1.tttt'

let office: DemoOffice
beforeAll(async () => {
  office = await demoOffice()
})
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.absence.deleteMany()
})

const actOf = (username: string) => ({ by: office.actor(username), address: '10.0.0.7', at: now() })
const read = (token: string | null, at = now()) => readFeed({ token, address: '10.0.0.7', origin: ORIGIN, at })

interface Told {
  due: string
  sequence: number
  changed: Date
  status: string
  summary: string
  url: string | null
}

/** The events of a calendar, by their UIDs, as another program reads them. */
async function eventsOf(token: string, at = now()): Promise<Map<string, Told>> {
  const text = await (await read(token, at)).text()
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  return new Map(
    events.map((event): [string, Told] => {
      const { uid, startDate, summary, sequence } = new ICAL.Event(event)
      expect(startDate.isDate).toBe(true)
      const changed = event.getFirstPropertyValue('last-modified') as ICAL.Time
      return [
        uid,
        {
          due: startDate.toString(),
          sequence,
          changed: changed.toJSDate(),
          status: String(event.getFirstPropertyValue('status')),
          summary,
          url: event.getFirstPropertyValue('url') as string | null,
        },
      ]
    }),
  )
}

function uidOf(subjectId: string, kind: string): string {
  return `${subjectId}.${kind}@${office.organId}`
}

describe('an event of a whole day for each obligation with a due day', () => {
  test('says the number, what is to be done and where, and nothing of what it is about', async () => {
    const { taskId, handedId } = await handedTask(office)
    const token = await makeFeed(actOf(OFFICER))
    const answer = await read(token)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const text = (await answer.text()).replaceAll('\r\n ', '')
    expect(text).not.toMatch(/báo cáo tổng hợp|Tổng hợp số liệu|Kết luận cuộc họp/)
    expect((await eventsOf(token)).get(uidOf(handedId, 'PROCESS'))).toMatchObject({
      due: '2030-06-01',
      sequence: 0,
      status: 'CONFIRMED',
      summary: 'Xử lý: 15/TB-UBDT',
      url: `${ORIGIN}/tasks/${taskId}`,
    })
  })

  test('of a restricted task says the number alone', async () => {
    const { assignmentId } = await restrictedTask(office)
    const token = await makeFeed(actOf('truong.tttt'))
    expect((await eventsOf(token)).get(uidOf(assignmentId!, 'PROCESS'))).toMatchObject({
      summary: '77/TB-hanche',
      url: null,
    })
  })

  test('is what a substitute sees too, on the days of the absence', async () => {
    const { leadId } = await issuedTask(office)
    const token = await makeFeed(actOf('chuyenvien2.khtc'))
    expect((await eventsOf(token)).has(uidOf(leadId, 'RECEIVE'))).toBe(false)
    const today = officeDay(now())
    const { personId } = office.actor('truong.tttt')
    const substituteId = office.actor('chuyenvien2.khtc').personId
    const absence = { substituteId, postId: null, fromDay: today, toDay: daysAfter(today, 2) }
    await nameSubstitute({ ...actOf('truong.tttt'), personId, absence })
    expect((await eventsOf(token)).get(uidOf(leadId, 'RECEIVE'))).toMatchObject({ status: 'CONFIRMED' })
    await db.absence.deleteMany()
    expect((await eventsOf(token)).get(uidOf(leadId, 'RECEIVE'))).toMatchObject({
      status: 'CANCELLED',
      summary: 'Đã xong hoặc không còn là việc của bạn',
      url: null,
    })
  })

  test('is left out of what one only follows, once it is muted', async () => {
    const { taskId } = await handedTask(office)
    const token = await makeFeed(actOf('tonghop1'))
    expect((await eventsOf(token)).get(uidOf(taskId, 'FOLLOW'))).toMatchObject({ status: 'CONFIRMED' })
    await setWatch({ taskId, want: 'muted', by: office.actor('tonghop1'), at: now() })
    expect((await eventsOf(token)).get(uidOf(taskId, 'FOLLOW'))).toMatchObject({ status: 'CANCELLED' })
  })
})

test('a later due day is an update of the same event, and what is done is cancelled for a month', async () => {
  const { handedId } = await handedTask(office)
  const token = await makeFeed(actOf(OFFICER))
  const uid = uidOf(handedId, 'PROCESS')
  const first = (await eventsOf(token)).get(uid)!
  expect((await eventsOf(token)).get(uid)).toEqual(first)

  const officer = office.actor(OFFICER)
  await requestExtension({ ...asked(officer, handedId), dueOn: '2030-06-15', reason: 'Chờ số liệu' })
  const request = await db.subject.findFirstOrThrow({ where: { parentId: handedId, kind: 'EXTENSION_REQUEST' } })
  await grantExtension({ ...asked(office.actor('truong.tttt'), request.id), dueOn: '2030-06-15' })
  const later = (await eventsOf(token)).get(uid)!
  expect(later).toMatchObject({ due: '2030-06-15', sequence: 1, status: 'CONFIRMED' })
  expect(later.changed.getTime()).toBeGreaterThanOrEqual(first.changed.getTime())

  const renewed = await makeFeed(actOf(OFFICER))
  expect((await eventsOf(renewed)).get(uid)).toEqual(later)

  await reportResult({ ...asked(officer, handedId), result: { text: 'Đã xong' }, files: [] })
  expect((await eventsOf(renewed)).get(uid)).toMatchObject({ due: '2030-06-15', sequence: 2, status: 'CANCELLED' })
  const inDays = (days: number) => new Date(now().getTime() + days * 24 * 3_600_000)
  expect((await eventsOf(renewed, inDays(TOLD_AFTER_DAYS - 1))).has(uid)).toBe(true)
  expect((await eventsOf(renewed, inDays(TOLD_AFTER_DAYS + 1))).has(uid)).toBe(false)
  expect(await db.calendarEntry.count({ where: { subjectId: handedId, personId: officer.personId } })).toBe(0)
})

test('two programs that ask at once are told the same', async () => {
  await handedTask(office)
  const token = await makeFeed(actOf(OFFICER))
  const texts = await Promise.all([read(token), read(token), read(token)].map(async (answer) => (await answer).text()))
  expect(new Set(texts).size).toBe(1)
})

describe('the address', () => {
  test('is found nowhere but with whoever was shown it, and says when it was last read', async () => {
    const act = actOf(OFFICER)
    const token = await makeFeed(act)
    expect(tokenIn(feedPath(token).split('/').at(-1)!)).toBe(token)
    expect([`${token}`, `${token}x.ics`, '.ics', 'nobody.ics'].map(tokenIn)).toEqual([null, null, null, null])
    const kept = JSON.stringify([
      await db.calendarFeed.findMany(),
      await db.auditEntry.findMany({ where: { kind: 'feedMade' } }),
    ])
    expect(kept).not.toContain(token)
    expect(await readOwnFeed(act.by.personId)).toMatchObject({ lastReadAt: null })
    await read(token)
    expect((await readOwnFeed(act.by.personId))?.lastReadAt).toBeInstanceOf(Date)
  })

  test('is read no more once it is renewed or revoked, or the account is locked, for good, or without a post', async () => {
    const { personId, posts } = office.actor(OFFICER)
    const old = await makeFeed(actOf(OFFICER))
    const token = await makeFeed(actOf(OFFICER))
    await expect(read(old)).rejects.toBeInstanceOf(NotFound)
    await read(token)
    await revokeFeed(actOf(OFFICER))
    await revokeFeed(actOf(OFFICER))
    expect(await db.auditEntry.count({ where: { kind: 'feedRevoked', actorId: personId } })).toBe(1)
    await expect(read(token)).rejects.toBeInstanceOf(NotFound)

    const last = await makeFeed(actOf(OFFICER))
    await db.post.updateMany({ where: { personId }, data: { validTo: new Date('2022-01-01') } })
    await expect(read(last)).rejects.toBeInstanceOf(NotFound)
    await db.post.updateMany({ where: { id: { in: posts.map(({ id }) => id) } }, data: { validTo: null } })
    await read(last)
    await lockAccount({ ...actOf('quantri'), personId })
    await expect(read(last)).rejects.toBeInstanceOf(NotFound)
    await unlockAccount({ ...actOf('quantri'), personId })
    await expect(read(last)).rejects.toBeInstanceOf(NotFound)
    for (const wrong of [null, 'x'.repeat(43)]) await expect(read(wrong)).rejects.toBeInstanceOf(NotFound)
  })

  test('is one at a time, however many are made at once', async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => makeFeed(actOf(OFFICER))))
    const answers = await Promise.allSettled(tokens.map((token) => read(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  test('is not read without end, and no others are tried out', async () => {
    const token = await makeFeed(actOf(OFFICER))
    const statuses: number[] = []
    for (let time = 0; time < 25; time++) statuses.push((await read(token)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
    const misses = []
    for (let time = 0; time < 70; time++) misses.push(await read('y'.repeat(43)).catch(() => null))
    expect([misses[0], misses.at(-1)?.status]).toEqual([null, 429])
    // An office behind one address is not kept from its calendars by a wrong one.
    expect((await read(await makeFeed(actOf('truong.khtc')))).status).toBe(200)
  })
})
