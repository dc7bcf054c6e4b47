import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLockFile } from './cluster-leftover.server.ts'
import { type Cluster, startCluster } from './cluster.server.ts'
import { APPLICATION_LOGIN, DATABASE, makeDatabase, OWNER_LOGIN } from './database-roles.server.ts'
import { StartRefused } from './env.server.ts'
import { readOrMakeSecrets, readSecrets, type Secrets } from './secrets.server.ts'

export interface OwnDatabase extends DatabaseAddresses {
  cluster: Cluster
}

export interface DatabaseAddresses {
  ownerUrl: string
  applicationUrl: string
}

/** The database of an installation without a server of its own: a cluster under the data folder, made on the first start. */
export async function startOwnDatabase(dataFolder: string, port?: number): Promise<OwnDatabase> {
  if (existsSync(join(dataFolder, 'cluster', 'tables')) && !readSecrets(dataFolder)) {
    throw new StartRefused(
      `${join(dataFolder, 'secrets.json')} is missing, and with it the passwords of the database beside it.`,
    )
  }
  const secrets = readOrMakeSecrets(dataFolder)
  const cluster = await startCluster({ dataFolder, password: secrets.superuserPassword, durable: true, port })
  try {
    await makeDatabase(`postgresql://postgres:${secrets.superuserPassword}@127.0.0.1:${cluster.port}/postgres`, {
      owner: secrets.ownerPassword,
      application: secrets.applicationPassword,
    })
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { cluster, ...addressesOn(cluster.port, secrets) }
}

function addressesOn(port: number, { ownerPassword, applicationPassword }: Secrets): DatabaseAddresses {
  const at = `127.0.0.1:${port}/${DATABASE}`
  return {
    ownerUrl: `postgresql://${OWNER_LOGIN}:${ownerPassword}@${at}`,
    applicationUrl: `postgresql://${APPLICATION_LOGIN}:${applicationPassword}@${at}`,
  }
}

/** Where the database of a data folder listens, if it runs now. */
export function runningOwnDatabase(dataFolder: string): DatabaseAddresses | undefined {
  const secrets = readSecrets(dataFolder)
  const lock = readLockFile(join(dataFolder, 'cluster', 'tables'))
  return secrets && lock?.ready ? addressesOn(lock.port, secrets) : undefined
}
