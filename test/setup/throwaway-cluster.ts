import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '#app/platform/cluster.server.ts'

export interface ThrowawayCluster {
  /** The address of a database on it, as superuser. */
  superuserUrl(database: string): string
  /** The address of a database on it, for a login and its password. */
  url(login: string, password: string, database: string): string
  /** Stops it and removes every file of it. */
  discard(): Promise<void>
}

/** An empty PostgreSQL for one run of tests or one command. It ends with this process, even one that is killed. */
export async function startThrowawayCluster(): Promise<ThrowawayCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'docflow-cluster-'))
  // The user `postgres`, as which it runs when we are root, has to pass through.
  await chmod(folder, 0o755)
  const password = randomBytes(16).toString('hex')
  const cluster = await startCluster({ dataFolder: folder, password, durable: false })
  const url = (login: string, loginPassword: string, database: string) =>
    `postgresql://${login}:${loginPassword}@127.0.0.1:${cluster.port}/${database}`
  return {
    url,
    superuserUrl: (database) => url('postgres', password, database),
    async discard() {
      await cluster.stop()
      // Where `postgres` may not enter the temporary folder, the files lie elsewhere.
      await rm(realpathSync(join(folder, 'cluster')), { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
