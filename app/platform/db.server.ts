import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '#prisma/generated/client.ts'
import { asApplication } from './database-address.server.ts'
import { env, StartRefused } from './env.server.ts'
import { log } from './log.server.ts'
import { inTransaction, ObservedAdapterFactory, preparedStatementName } from './statements.server.ts'
import { writeRefusal } from './write-guard.server.ts'

/** What a use case writes through: the client inside one transaction. */
export type Transaction = Prisma.TransactionClient

interface TransactionLimits {
  /** Longest time the work may take; an act needs milliseconds, an import seconds. */
  seconds?: number
}

/** Connections a process holds at most; web and worker together stay far below a small server's 100. */
export const POOL_SIZE = 12
/** How long work waits for a free connection before it fails in words instead of hanging. */
const WAIT_SECONDS = 5
/** Longer than the pool waits, which says what is the matter. */
const MAX_WAIT_MS = (WAIT_SECONDS + 2) * 1000

/** The one client of this process. It speaks as `docflow_app`, which can neither change nor delete steps and audit entries. */
export const db = makeClient()

/**
 * The only way to open a transaction. READ COMMITTED, the server's default: an act locks its root row, so what it reads after
 * that is the newest. The name stands in the log beside a failing statement.
 *
 * @throws ReadOnly while nothing may be written
 */
export function transaction<Result>(
  name: string,
  work: (tx: Transaction) => Promise<Result>,
  { seconds = 15 }: TransactionLimits = {},
): Promise<Result> {
  const refusal = writeRefusal()
  if (refusal) return Promise.reject(refusal)
  return inTransaction(name, () => db.$transaction(work, { timeout: seconds * 1000, maxWait: MAX_WAIT_MS }))
}

/**
 * Reads everything as it stood at one moment, however long it takes: for what must agree with itself over many statements.
 * Nothing is written through it.
 */
export function snapshot<Result>(
  name: string,
  read: (tx: Transaction) => Promise<Result>,
  { seconds = 15 }: TransactionLimits = {},
): Promise<Result> {
  const limits = { timeout: seconds * 1000, maxWait: MAX_WAIT_MS }
  return inTransaction(name, () => db.$transaction(read, { ...limits, isolationLevel: 'RepeatableRead' }))
}

function makeClient(): PrismaClient {
  if (!env.DATABASE_URL) {
    throw new StartRefused('The environment variable DATABASE_URL is missing; `npm start` runs a database by itself.')
  }
  const adapter = new ObservedAdapterFactory(
    new PrismaPg(
      {
        connectionString: asApplication(env.DATABASE_URL),
        max: POOL_SIZE,
        connectionTimeoutMillis: WAIT_SECONDS * 1000,
        application_name: 'van-ban-dieu-hanh',
      },
      {
        statementNameGenerator: preparedStatementName,
        onPoolError: (error) => log.error({ reason: error.message }, 'an idle database connection was lost'),
      },
    ),
  )
  // Minimal errors: the long form prints the values of the failing call.
  return new PrismaClient({ adapter, errorFormat: 'minimal' })
}
