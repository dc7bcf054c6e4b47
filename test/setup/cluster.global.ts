import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { APPLICATION_LOGIN, DATABASE, makeDatabase, OWNER_LOGIN } from '#app/platform/database-roles.server.ts'
import { migrate } from '#app/platform/migrate.server.ts'
import { startThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster.ts'

/** Addresses without a database's name: each test file has a database of its own. */
export interface TestCluster {
  superuserUrl: string
  ownerUrl: string
  applicationUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** One cluster for the whole run, with one migrated database from which every test file gets a copy. */
export default async function startTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowawayCluster()
  try {
    project.provide('cluster', await makeTemplate(cluster))
  } catch (error) {
    await cluster.discard()
    throw error
  }
  return () => cluster.discard()
}

async function makeTemplate(cluster: ThrowawayCluster): Promise<TestCluster> {
  const passwords = { owner: randomBytes(16).toString('hex'), application: randomBytes(16).toString('hex') }
  await makeDatabase(cluster.superuserUrl('postgres'), passwords)
  await migrate(cluster.url(OWNER_LOGIN, passwords.owner, DATABASE))
  await closeTemplate(cluster.superuserUrl('postgres'))
  return {
    superuserUrl: cluster.superuserUrl(''),
    ownerUrl: cluster.url(OWNER_LOGIN, passwords.owner, ''),
    applicationUrl: cluster.url(APPLICATION_LOGIN, passwords.application, ''),
  }
}

/** A database somebody is connected to cannot be copied. */
async function closeTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  await client.query(`ALTER DATABASE ${DATABASE} ALLOW_CONNECTIONS false`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [DATABASE])
  await client.end()
}
