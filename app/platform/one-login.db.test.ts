import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startThrowawayCluster, type ThrowawayCluster } from '#test/setup/throwaway-cluster.ts'
import { asApplication } from './database-address.server.ts'
import { migrate } from './migrate.server.ts'

/** A server where nobody prepared anything: one ordinary login, which may make roles, owns the database. */
let cluster: ThrowawayCluster
let officeUrl: string

beforeAll(async () => {
  cluster = await startThrowawayCluster()
  const superuser = new pg.Client(cluster.superuserUrl('postgres'))
  await superuser.connect()
  await superuser.query("CREATE ROLE office LOGIN CREATEROLE PASSWORD 'of-the-test'")
  await superuser.query('CREATE DATABASE office OWNER office')
  await superuser.end()
  officeUrl = cluster.url('office', 'of-the-test', 'office')
})

afterAll(() => cluster.discard())

test('with one login for everything the application still cannot rewrite steps', async () => {
  await migrate(officeUrl)
  const application = new pg.Client(asApplication(officeUrl))
  await application.connect()
  const { rows } = await application.query('SELECT current_user AS "user"')
  expect(rows).toEqual([{ user: 'docflow_app' }])
  await expect(application.query('DELETE FROM step')).rejects.toThrow('permission denied')
  await expect(application.query('SELECT FROM step')).resolves.toBeDefined()
  await application.end()
})
