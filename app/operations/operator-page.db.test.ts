import { v7 as newId } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#workflows/actor.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { exportStuck } from './export-stuck.server.ts'
import { readOperatorPage } from './operator-page.server.ts'
import { retryMessage } from './retry-message.server.ts'

const NOW = new Date('2026-11-22T02:00:00Z')
const MINUTE = 60_000
const SECRET = 'Về việc bổ nhiệm ông A'

let administrator: Actor
let officer: Actor

beforeAll(async () => {
  const office = await demoOffice(NOW)
  administrator = office.actor('quantri')
  officer = office.actor('chuyenvien1.tttt')
})

beforeEach(async () => {
  await db.outboxMessage.deleteMany()
  await db.scheduleRun.deleteMany()
})

test('each stuck message says why it is not done, and nothing of what it is about', async () => {
  await message({ attempts: 5, lastError: 'UnknownJob: There is no job named none', handedAt: ago(3) })
  await message({ attempts: 2, lastError: `Error: ${SECRET}`, handedAt: ago(3) })
  await message({ attempts: 1, handedAt: ago(3) })
  await message({ handedAt: ago(3) })
  await message({})
  await message({ doneAt: ago(1) })

  const page = await readOperatorPage(NOW)

  expect(page.stuck.map(({ reason }) => reason)).toEqual(['unknownJob', 'fault', 'interrupted', 'inQueue', 'notHanded'])
  expect(page.outbox).toEqual({ waiting: 5, failed: 2, stuck: 5, oldestMilliseconds: 10 * MINUTE })
  expect(page.queue).toBeNull()
  expect(JSON.stringify(page)).not.toContain(SECRET)
  const csv = await exportStuck({ ...actOf(administrator), t: translateFor('vi') })
  expect(csv).not.toContain(SECRET)
  expect(csv.trim().split('\r\n')).toHaveLength(6)
})

test('a retry hands the message back to the relay; pressed twice it does nothing twice', async () => {
  const handedAt = ago(3)
  const id = await message({ attempts: 5, lastError: 'Error: away', handedAt })
  const retry = { ...actOf(administrator), messageId: id, handedAt }

  expect(await Promise.all([retryMessage(retry), retryMessage(retry)])).toEqual(expect.arrayContaining([true, false]))
  expect(await db.outboxMessage.findUnique({ where: { id } })).toMatchObject({ handedAt: null, attempts: 5 })
  // The relay has handed it over meanwhile: what the page showed is no longer so.
  await db.outboxMessage.update({ where: { id }, data: { handedAt: NOW } })
  expect(await retryMessage(retry)).toBe(false)

  expect(await db.auditEntry.findMany({ where: { kind: 'messageRetried' } })).toMatchObject([
    { actorId: administrator.personId, details: { job: 'none', message: id } },
  ])
})

test('what is done is not done again, what is not there is not found, and only an administrator may', async () => {
  const handedAt = ago(3)
  const id = await message({ handedAt, doneAt: ago(1) })

  expect(await retryMessage({ ...actOf(administrator), messageId: id, handedAt })).toBe(false)
  await expect(retryMessage({ ...actOf(administrator), messageId: newId(), handedAt })).rejects.toThrow(NotFound)
  await expect(retryMessage({ ...actOf(officer), messageId: id, handedAt })).rejects.toThrow(Refused)
  await expect(exportStuck({ ...actOf(officer), t: translateFor('vi') })).rejects.toThrow(Refused)
})

test('a schedule is late after two turns missed, whether it ran before or never', async () => {
  const every = { everyMilliseconds: 10 * MINUTE, registeredAt: ago(600) }
  await db.scheduleRun.createMany({
    data: [
      { ...every, job: 'a.inTime', startedAt: ago(12), endedAt: ago(11) },
      { ...every, job: 'b.late', startedAt: ago(30), endedAt: ago(29), lastError: 'NoFreeConnection: ' },
      { ...every, job: 'c.never' },
      { ...every, job: 'd.new', registeredAt: ago(5) },
      { ...every, job: 'e.running', startedAt: ago(2), lastError: 'Error: the time before' },
    ],
  })

  const { schedules } = await readOperatorPage(NOW)

  expect(schedules).toMatchObject([
    { job: 'a.inTime', state: 'done', tookMilliseconds: MINUTE, isLate: false },
    { job: 'b.late', state: 'failed', cause: 'database', errorName: 'NoFreeConnection', isLate: true },
    { job: 'c.never', state: 'never', isLate: true },
    { job: 'd.new', state: 'never', isLate: false },
    { job: 'e.running', state: 'running', cause: null, isLate: false },
  ])
})

function actOf(by: Actor) {
  return { by, address: null, at: NOW }
}

async function message(stands: { attempts?: number; lastError?: string; handedAt?: Date; doneAt?: Date }) {
  const id = newId()
  await db.outboxMessage.create({ data: { id, job: 'none', payload: {}, createdAt: ago(10), ...stands } })
  return id
}

function ago(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * MINUTE)
}
