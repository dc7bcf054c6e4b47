import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { demoAccounts } from '#app/sign-in/demo-accounts.server.ts'
import { signIn } from '#app/sign-in/sign-in.server.ts'
import { seed } from './seed.ts'

test('the demo organisation is made once, and each account that is printed opens with the printed password', async () => {
  expect(await seed({ demo: true })).toEqual({ made: 'demo' })
  const people = await db.person.count()
  expect(await seed({ demo: true })).toEqual({ made: 'nothing' })
  expect(await seed({ demo: false })).toEqual({ made: 'nothing' })
  expect(await db.person.count()).toBe(people)
  expect(await db.unit.count()).toBe(17)

  const printed = await demoAccounts()
  expect(printed?.accounts).toHaveLength(12)
  for (const { username } of printed?.accounts ?? []) {
    const entered = await signIn({
      username,
      password: printed?.password ?? '',
      address: '127.0.0.1',
      userAgent: null,
      at: new Date(),
    })
    expect(entered.outcome, username).toBe('signedIn')
  }
})

test('the demo password is in a file that only its owner may read, and nowhere in the database', async () => {
  const file = join(env.DATA_DIR, 'demo-password')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const password = (await readFile(file, 'utf8')).trim()
  const rows = [await db.setting.findMany(), await db.loginMethod.findMany(), await db.auditEntry.findMany()]
  expect(JSON.stringify(rows)).not.toContain(password)
})
