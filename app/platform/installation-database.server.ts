import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDataFolderTaken, lockDataFolder } from './data-lock.server.ts'
import { env, StartRefused } from './env.server.ts'
import { type DatabaseAddresses, runningOwnDatabase, startOwnDatabase } from './own-database.server.ts'

type Work<Result> = (addresses: DatabaseAddresses) => Promise<Result>

/** Whether there is a database to work on. */
export function isInstalled(): boolean {
  return namedServer() !== undefined || existsSync(join(env.DATA_DIR, 'secrets.json'))
}

/** Works on the database of this installation: on the running one, or on one started for this work alone. */
export async function onDatabase<Result>(work: Work<Result>): Promise<Result> {
  const server = namedServer()
  if (server) return work(server)
  if (!isInstalled()) {
    throw new StartRefused(`There is no installation in ${env.DATA_DIR}; set DATA_DIR to the folder of one.`)
  }
  if (!(await isDataFolderTaken(env.DATA_DIR))) return onStoppedDatabase(work)
  const running = runningOwnDatabase(env.DATA_DIR)
  if (!running) throw new StartRefused('The application is just starting or stopping; try again in a moment.')
  return work(running)
}

/** As `onDatabase`, but nobody else may work meanwhile, and an installation that is not there yet is made. */
export async function onIdleDatabase<Result>(work: Work<Result>): Promise<Result> {
  const server = namedServer()
  if (server) return work(server)
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o755 })
  return onStoppedDatabase(work)
}

async function onStoppedDatabase<Result>(work: Work<Result>): Promise<Result> {
  await lockDataFolder(env.DATA_DIR)
  const { cluster, ...addresses } = await startOwnDatabase(env.DATA_DIR)
  try {
    return await work(addresses)
  } finally {
    await cluster.stop()
  }
}

function namedServer(): DatabaseAddresses | undefined {
  if (!env.DATABASE_URL) return undefined
  return { applicationUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL }
}
