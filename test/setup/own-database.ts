/** Runs before each test file: makes a database of its own and names it in the environment, before the application is loaded. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { APPLICATION_ROLE } from '#app/platform/database-address.server.ts'
import { DATABASE, OWNER_LOGIN } from '#app/platform/database-roles.server.ts'

const cluster = inject('cluster')
const ownDatabase = `test_${randomBytes(8).toString('hex')}`
const ownFolder = await mkdtemp(join(tmpdir(), 'docflow-test-'))

await asSuperuser(async (client) => {
  await client.query(`CREATE DATABASE ${ownDatabase} TEMPLATE ${DATABASE} OWNER ${OWNER_LOGIN} STRATEGY file_copy`)
  // A copy does not take over what was granted on the database itself.
  await client.query(`GRANT CREATE ON DATABASE ${ownDatabase} TO ${APPLICATION_ROLE}`)
})
process.env.DATABASE_URL = cluster.applicationUrl + ownDatabase
process.env.DATABASE_OWNER_URL = cluster.ownerUrl + ownDatabase
process.env.DATA_DIR = ownFolder

afterAll(async () => {
  const { db } = await import('#app/platform/db.server.ts')
  await db.$disconnect()
  await asSuperuser((client) => client.query(`DROP DATABASE ${ownDatabase} WITH (FORCE)`))
  await rm(ownFolder, { recursive: true, force: true })
})

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(`${cluster.superuserUrl}postgres`)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
