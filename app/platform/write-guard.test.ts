import { describe, expect, test } from 'vitest'
import { Busy } from './errors.ts'
import { guardWrites, isWriting, refuseWrites, writeAnyway, writeRefusal } from './write-guard.server.ts'

describe('a statement', () => {
  test.each([
    'INSERT INTO "public"."setting" ("key") VALUES ($1)',
    'update task set title = $1',
    '\n      delete from kept_form where id = $1',
    'with gone as (delete from setting returning key) select count(*) from gone',
    'WITH pause AS (select 1)\nupdate outbox_message set attempts = 1',
    'merge into setting using x on true when matched then delete',
  ])('that writes is known as one: %s', (sql) => expect(isWriting(sql)).toBe(true))

  test.each([
    'select updated_at from task where deleted is null',
    'select id from task for update skip locked',
    'with chosen as (select id from task for update) select * from chosen',
    'BEGIN',
    'select pg_advisory_xact_lock($1)',
  ])('that does not is not: %s', (sql) => expect(isWriting(sql)).toBe(false))
})

test('what is refused in one action is refused nowhere else, and not to what must be kept', async () => {
  const refusal = new Busy()
  const inside = await guardWrites(async () => {
    refuseWrites(refusal)
    await Promise.resolve()
    return [writeRefusal(), writeAnyway(writeRefusal), writeRefusal()]
  })

  expect(inside).toEqual([refusal, null, refusal])
  expect(guardWrites(writeRefusal)).toBeNull()
  refuseWrites(refusal)
  expect(writeRefusal()).toBeNull()
})
