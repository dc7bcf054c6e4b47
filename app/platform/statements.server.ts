import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { log } from './log.server.ts'
import { isWriting, writeRefusal, WriteRefused } from './write-guard.server.ts'

interface Count {
  statements: number
}

const counts = new AsyncLocalStorage<Count>()
const transactionNames = new AsyncLocalStorage<string>()

/** Runs work with a count of its own; inside, `statementsSoFar` says how many statements went to the database. */
export function countStatements<Result>(work: () => Result): Result {
  return counts.run({ statements: 0 }, work)
}

export function statementsSoFar(): number {
  return counts.getStore()?.statements ?? 0
}

export function inTransaction<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return transactionNames.run(name, work)
}

/**
 * All connections of the process were at work for longer than one waits for them. It carries no `code`: an error with one
 * Prisma takes for its own and wraps.
 */
export class NoFreeConnection extends Error {
  override readonly name = 'NoFreeConnection'
}

/**
 * The database adapter, watched: every statement is counted where it was asked for, and one that fails is logged with the
 * name of its transaction. Never with its values: they are what people wrote.
 */
export class ObservedAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName: string
  private readonly inner: SqlDriverAdapterFactory

  constructor(inner: SqlDriverAdapterFactory) {
    this.inner = inner
    this.adapterName = inner.adapterName
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = observe(await this.inner.connect())
    const startTransaction = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel?: IsolationLevel): Promise<Transaction> => {
      // BEGIN, and SET TRANSACTION when a level is asked for, are sent before the transaction can be watched.
      count(isolationLevel ? 2 : 1)
      return observe(await onAConnection(() => startTransaction(isolationLevel)))
    }
    return adapter
  }
}

const KNOWN_STATEMENTS = 1000
const statementNames = new Map<string, string>()

/**
 * The name under which a connection keeps a statement prepared. Lists of many lengths make endlessly many texts;
 * after the first thousand, new ones are not kept.
 */
export function preparedStatementName({ sql }: SqlQuery): string {
  const known = statementNames.get(sql)
  if (known !== undefined) return known
  // An empty name is PostgreSQL's unnamed statement, which is not kept.
  if (statementNames.size >= KNOWN_STATEMENTS) return ''
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
  statementNames.set(sql, name)
  return name
}

function observe<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const queryRaw = queryable.queryRaw.bind(queryable)
  const executeRaw = queryable.executeRaw.bind(queryable)
  queryable.queryRaw = (query) => observed(query, queryRaw)
  queryable.executeRaw = (query) => observed(query, executeRaw)
  return queryable
}

async function observed<Answer>(query: SqlQuery, send: (query: SqlQuery) => Promise<Answer>): Promise<Answer> {
  const refusal = writeRefusal()
  if (refusal && isWriting(query.sql)) throw new WriteRefused(refusal)
  count(1)
  try {
    return await onAConnection(() => send(query))
  } catch (error) {
    if (error instanceof NoFreeConnection) throw error
    log.warn(
      { transaction: transactionNames.getStore(), sql: query.sql, reason: reasonOf(error) },
      'a statement failed',
    )
    throw error
  }
}

/** The pool's own words; its error carries no code. */
const NO_CONNECTION = 'timeout exceeded when trying to connect'

async function onAConnection<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Error) || error.message !== NO_CONNECTION) throw error
    log.warn({ transaction: transactionNames.getStore() }, 'no database connection became free')
    throw new NoFreeConnection()
  }
}

function count(statements: number): void {
  const current = counts.getStore()
  if (current) current.statements += statements
}

/** Of a driver's error the kind and code only: its message and detail quote values. */
function reasonOf(error: unknown): string {
  if (!(error instanceof DriverAdapterError)) return error instanceof Error ? error.name : 'unknown'
  const { cause } = error
  return 'code' in cause ? `${cause.kind} ${String(cause.code)}` : cause.kind
}
