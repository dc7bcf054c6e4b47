import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, transaction } from './db.server.ts'
import { countStatements, statementsSoFar } from './statements.server.ts'

test('the application works in its own role', async () => {
  expect(await db.$queryRaw`SELECT current_user::text AS "user"`).toEqual([{ user: 'docflow_app' }])
})

test.each(['step', 'audit_entry'])('no row of %s can be changed or deleted by the application', async (table) => {
  await expect(db.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
  await expect(db.$executeRawUnsafe(`UPDATE ${table} SET id = id`)).rejects.toThrow('permission denied')
  await expect(db.$executeRawUnsafe(`TRUNCATE ${table}`)).rejects.toThrow('permission denied')
})

test('statements are counted where they were asked for, the ends of a transaction too', async () => {
  const [first, second] = await Promise.all([
    countStatements(async () => {
      await db.organ.count()
      return statementsSoFar()
    }),
    countStatements(async () => {
      await transaction('count twice', async (tx) => [await tx.organ.count(), await tx.unit.count()])
      return statementsSoFar()
    }),
  ])
  expect(first).toBe(1)
  // BEGIN, two counts, COMMIT
  expect(second).toBe(4)
})

test('a transaction that throws leaves nothing behind', async () => {
  const code = randomUUID().slice(0, 13)
  const broken = transaction('half an organ', async (tx) => {
    await tx.organ.create({ data: { code, name: 'Cơ quan', abbreviation: 'CQ' } })
    throw new Error('no further')
  })
  await expect(broken).rejects.toThrow('no further')
  expect(await db.organ.count({ where: { code } })).toBe(0)
})
