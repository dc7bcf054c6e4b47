import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { failedMail, lastMailAnswer, mailFigures } from './failed-mail.server.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const DAY = 24 * 3_600_000

test('mail that was given up of late is told with its reader and the words of the server', async () => {
  const office = await demoOffice(NOW)
  const { personId } = office.actor('truong.tttt')
  const lastError = '550 5.1.1 no such mailbox'
  const refused = await mail(personId, { state: 'FAILED', at: daysAgo(1), attempts: 1, lastError })
  const older = await mail(personId, { state: 'FAILED', at: daysAgo(2), attempts: 10 })
  await mail(personId, { state: 'FAILED', at: daysAgo(31) })
  await mail(personId, { state: 'WAITING', at: NOW, nextTryAt: NOW })
  expect(await lastMailAnswer()).toBeNull()
  const putOff = { state: 'WAITING', nextTryAt: NOW } as const
  await mail(personId, { ...putOff, at: daysAgo(1), lastError: 'connect ECONNREFUSED' })
  await mail(personId, { ...putOff, at: NOW, lastError: '451 4.7.1 greylisted' })
  await mail(personId, { state: 'SENT', at: NOW })

  expect(await mailFigures(NOW)).toEqual({ waiting: 3, failed: 2 })
  expect(await lastMailAnswer()).toBe('451 4.7.1 greylisted')
  const rows = await failedMail({ at: NOW, most: 50 })
  expect(rows.map(({ noticeId }) => noticeId)).toEqual([refused, older])
  const { fullName } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  expect(rows[0]).toMatchObject({ recipient: fullName, attempts: 1, reason: lastError })
  expect(await failedMail({ at: NOW, most: 1 })).toHaveLength(1)
})

interface Delivered {
  state: 'FAILED' | 'WAITING' | 'SENT'
  at: Date
  attempts?: number
  lastError?: string
  nextTryAt?: Date
}

async function mail(personId: string, delivery: Delivered): Promise<string> {
  const id = newId()
  const told = { personId, kind: 'assigned', causeKey: id, values: {}, inApp: true, at: delivery.at }
  await db.notice.create({ data: { id, ...told, deliveries: { create: { channel: 'MAIL', ...delivery } } } })
  return id
}

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY)
}
