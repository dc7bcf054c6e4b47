import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { demoPassword } from '#app/sign-in/demo-accounts.server.ts'
import { demoOffice } from '#test/factories/demo-office.ts'
import { startApp, type RunningApp } from '#test/visibility/running-app.ts'
import { signedInVisitor, visitorAt } from '#test/visibility/visitor.ts'
import { POOL_SIZE } from './db.server.ts'

let app: RunningApp
let owner: pg.Client

beforeAll(async () => {
  app = await startApp()
  await demoOffice()
  owner = new pg.Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
}, 5 * 60_000)

afterAll(async () => {
  await owner?.end()
  await app?.stop()
})

test('whoever gets no connection in time is told so, and when to ask again; those who have one are answered', async () => {
  const password = await demoPassword()
  const visitor = await signedInVisitor(app.address, 'truong.tttt', password)
  const ask = (path: string) => visitor.ask({ method: 'GET', path })

  // Every session is read from here, so each request holds a connection until the table is free again.
  await owner.query('begin; lock table login_session')
  const holding = Array.from({ length: POOL_SIZE }, () => ask('/my-work/receipt'))
  await vi.waitFor(async () => expect(await waiting()).toBe(POOL_SIZE), 5000)
  const fields = { username: 'pho.tttt', password }
  const signingIn = visitorAt(app.address).ask({ method: 'POST', path: '/sign-in', fields })
  const refused = await Promise.all([ask('/tasks'), ask('/tasks.data'), ask('/tasks/export'), signingIn])
  await owner.query('commit')

  for (const { status, headers } of refused) expect([status, headers['retry-after']]).toEqual([503, '5'])
  const [page, , file, signIn] = refused
  for (const { body } of [page, signIn]) expect(body).toContain('Hệ thống đang bận')
  expect(file.body).toContain('Xin thử lại sau ít giây')
  expect((await Promise.all(holding)).map(({ status }) => status)).toEqual(holding.map(() => 200))
  expect((await ask('/tasks')).status).toBe(200)
  expect(app.faults()).toEqual([])
})

async function waiting(): Promise<number> {
  const { rowCount } = await owner.query('select from pg_locks where not granted')
  return rowCount ?? 0
}
