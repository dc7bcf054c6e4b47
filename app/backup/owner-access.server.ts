import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDataFolderTaken, lockDataFolder } from '#app/platform/data-lock.server.ts'
import { env, StartRefused } from '#app/platform/env.server.ts'
import { runningOwnDatabase, startOwnDatabase } from '#app/platform/own-database.server.ts'

/** Works on the database of this installation as its owner: on the running one, or on one started for this work alone. */
export async function asOwner<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  const server = ownerOfServer()
  if (server) return work(server)
  if (!existsSync(join(env.DATA_DIR, 'secrets.json'))) {
    throw new StartRefused(`There is no installation in ${env.DATA_DIR}; set DATA_DIR to the folder of one.`)
  }
  if (!(await isDataFolderTaken(env.DATA_DIR))) return asOwnerOfStopped(work)
  const running = runningOwnDatabase(env.DATA_DIR)
  if (!running) throw new StartRefused('The application is just starting or stopping; try again in a moment.')
  return work(running.ownerUrl)
}

/** As `asOwner`, but nobody else may work meanwhile, and an installation that is not there yet is made. */
export async function asOnlyOwner<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  const server = ownerOfServer()
  if (server) return work(server)
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o755 })
  return asOwnerOfStopped(work)
}

async function asOwnerOfStopped<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  await lockDataFolder(env.DATA_DIR)
  const { ownerUrl, cluster } = await startOwnDatabase(env.DATA_DIR)
  try {
    return await work(ownerUrl)
  } finally {
    await cluster.stop()
  }
}

function ownerOfServer(): string | undefined {
  return env.DATABASE_URL ? (env.DATABASE_OWNER_URL ?? env.DATABASE_URL) : undefined
}
