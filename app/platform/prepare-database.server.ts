import pg from 'pg'
import { APPLICATION_ROLE } from './database-address.server.ts'
import { env, StartRefused } from './env.server.ts'
import { migrate } from './migrate.server.ts'
import { startOwnDatabase, type OwnDatabase } from './own-database.server.ts'

export interface PreparedDatabase {
  /** What web and worker sign in with. */
  applicationUrl: string
  stop(): Promise<void>
}

/** Takes a sentence for the console. */
type Tell = (sentence: string) => void

const OLDEST_VERSION = 15

/** A database at the newest migration: the server DATABASE_URL names, or one of our own under the data folder. */
export async function prepareDatabase(dataFolder: string, tell: Tell): Promise<PreparedDatabase> {
  if (env.DATABASE_URL) {
    await prepareServer(env.DATABASE_OWNER_URL ?? env.DATABASE_URL, env.DATABASE_URL, tell)
    return { applicationUrl: env.DATABASE_URL, stop: async () => undefined }
  }
  const own = await startOwnDatabase(dataFolder)
  try {
    await bringUpToDate(own.ownerUrl, tell)
  } catch (error) {
    await own.cluster.stop()
    throw error
  }
  return { applicationUrl: own.applicationUrl, stop: keepRunning(own, dataFolder, tell) }
}

async function prepareServer(ownerUrl: string, applicationUrl: string, tell: Tell): Promise<void> {
  const owner = await connect(ownerUrl)
  try {
    await refuseOldServer(owner)
    await bringUpToDate(ownerUrl, tell)
    await admitApplication(owner, decodeURIComponent(new URL(applicationUrl).username))
  } finally {
    await owner.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new StartRefused(`The database of DATABASE_URL cannot be reached: ${messageOf(error)}.`)
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major < OLDEST_VERSION) {
    throw new StartRefused(`The database server is PostgreSQL ${major}; version ${OLDEST_VERSION} or newer is needed.`)
  }
}

/** The application's login must be able to act in the application's role. */
async function admitApplication(owner: pg.Client, login: string): Promise<void> {
  const { rows } = await owner.query<{ admitted: boolean }>(
    // From version 16 on, a member may be forbidden to act in the role.
    `SELECT pg_has_role($1, $2, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS admitted`,
    [login, APPLICATION_ROLE],
  )
  if (rows[0]?.admitted) return
  try {
    await owner.query(`GRANT ${APPLICATION_ROLE} TO ${owner.escapeIdentifier(login)}`)
  } catch {
    throw new StartRefused(
      `Let an administrator of the database run: GRANT ${APPLICATION_ROLE} TO ${owner.escapeIdentifier(login)};`,
    )
  }
}

async function bringUpToDate(ownerUrl: string, tell: Tell): Promise<void> {
  try {
    const applied = await migrate(ownerUrl)
    if (applied.length > 0) tell(`The database was brought up to date (${applied.length} migrations).`)
  } catch (error) {
    throw new StartRefused(`The database could not be brought up to date: ${messageOf(error)}`)
  }
}

/**
 * Starts the cluster again when it ends unasked, on the port that web and worker know.
 * Answers with what stops it for good.
 */
function keepRunning(first: OwnDatabase, dataFolder: string, tell: Tell): () => Promise<void> {
  let current = Promise.resolve(first)
  let isStopping = false
  watch(first)
  return async () => {
    isStopping = true
    const { cluster } = await current
    await cluster.stop()
  }

  function watch({ cluster }: OwnDatabase): void {
    void cluster.ended.then(() => {
      if (isStopping) return
      tell('PostgreSQL ended and starts again.')
      current = startOwnDatabase(dataFolder, first.cluster.port)
      current.then(watch, (error: unknown) => tell(`PostgreSQL cannot start again: ${messageOf(error)}`))
    })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
