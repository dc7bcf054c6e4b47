import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#workflows/actor.ts'
import { db, snapshot, transaction } from '#app/platform/db.server.ts'
import { ReadOnly, Refused } from '#app/platform/errors.ts'
import { guardWrites, refuseWrites, WriteRefused } from '#app/platform/write-guard.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { readOnlySchema, typedFrom } from './read-only-form.ts'
import { readReadOnlyMode, refusalOfWriting } from './read-only-mode.server.ts'
import { switchReadOnlyOff, switchReadOnlyOn } from './switch-read-only.server.ts'

const NOW = new Date('2026-11-22T02:00:00Z')
const UNTIL = new Date('2026-11-22T10:30:00Z')
const MODE = { reason: 'Bảo trì máy chủ', until: UNTIL, since: NOW }

let administrator: Actor
let officer: Actor

beforeAll(async () => {
  const office = await demoOffice(NOW)
  administrator = office.actor('quantri')
  officer = office.actor('chuyenvien1.tttt')
})

afterEach(() => db.setting.deleteMany({ where: { key: { in: ['readOnly', 'probe'] } } }))

test('an administrator switches it on with a reason, and off, and both are written down', async () => {
  await switchReadOnlyOn({ ...actOf(administrator), reason: MODE.reason, until: UNTIL })
  expect(await readReadOnlyMode()).toEqual(MODE)

  await switchReadOnlyOff(actOf(administrator))
  await switchReadOnlyOff(actOf(administrator))
  expect(await readReadOnlyMode()).toBeNull()

  const entries = await db.auditEntry.findMany({ where: { kind: { startsWith: 'readOnly' } }, orderBy: { id: 'asc' } })
  expect(entries).toMatchObject([
    { kind: 'readOnlyOn', actorId: administrator.personId, details: { reason: MODE.reason } },
    { kind: 'readOnlyOff', actorId: administrator.personId },
  ])
})

test('nobody else switches it', async () => {
  await expect(switchReadOnlyOn({ ...actOf(officer), reason: 'x' })).rejects.toThrow(Refused)
  await expect(switchReadOnlyOff(actOf(officer))).rejects.toThrow(Refused)
})

test('no transaction begins and no statement writes, whichever way it is written; reading goes on', async () => {
  const value = 1
  const writes: (() => PromiseLike<unknown>)[] = [
    () => db.setting.create({ data: { key: 'probe', value } }),
    () => db.setting.upsert({ where: { key: 'probe' }, create: { key: 'probe', value }, update: {} }),
    () => db.setting.updateMany({ where: { key: 'probe' }, data: { value } }),
    () => db.setting.deleteMany({ where: { key: 'probe' } }),
    () => db.$executeRaw`update setting set value = '2' where key = 'probe'`,
    () => db.$queryRaw`with gone as (delete from setting where key = 'probe' returning key) select * from gone`,
  ]

  await guardWrites(async () => {
    refuseWrites(refusalOfWriting(MODE))
    await expect(transaction('write', (tx) => tx.setting.findMany())).rejects.toThrow(ReadOnly)
    for (const write of writes) await expect(Promise.resolve().then(write)).rejects.toThrow(WriteRefused)
    expect(await db.setting.count({ where: { key: 'probe' } })).toBe(0)
    expect(await snapshot('read', (tx) => tx.setting.count({ where: { key: 'probe' } }))).toBe(0)
  })

  await db.setting.create({ data: { key: 'probe', value } })
})

test('who is refused is told why, and until when in the office’s time', () => {
  expect(refusalOfWriting(MODE)).toMatchObject({
    status: 423,
    code: 'readOnly:refusedUntil',
    values: { reason: 'Bảo trì máy chủ', until: '22/11/2026 17:30' },
  })
  expect(refusalOfWriting({ ...MODE, until: null })).toMatchObject({ code: 'readOnly:refused' })
})

test('the form takes the office’s time and brings no full stop of its own', () => {
  const typed = typedFrom(MODE)
  expect(typed).toEqual({ reason: 'Bảo trì máy chủ', until: '2026-11-22T17:30' })
  expect(readOnlySchema.parse({ ...typed, reason: ' Bảo trì máy chủ. ' })).toEqual({
    reason: MODE.reason,
    until: UNTIL,
  })
  expect(readOnlySchema.parse({ reason: 'x' })).toEqual({ reason: 'x' })
  expect(readOnlySchema.safeParse({ reason: ' . ' }).success).toBe(false)
  expect(readOnlySchema.safeParse({ reason: 'x', until: '2026-02-31T25:00' }).success).toBe(false)
})

function actOf(by: Actor) {
  return { by, address: null, at: NOW }
}
