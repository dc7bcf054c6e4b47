import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlQueryable, type SqlResultSet } from '@prisma/driver-adapter-utils'
import pg, { type PoolConfig } from 'pg'

/** PostgreSQL's `"char"`, a single byte used throughout the system catalogue and nowhere else. */
const CATALOGUE_CHAR = 18
const TEXT = 25

/** Ends the name of a column that was `"char"`: the name is all that the adapter carries from the driver to its caller. */
const CHAR_MARK = '\u0000char'

type PrismaPgAdapter = Awaited<ReturnType<PrismaPg['connect']>>

interface QueryResultFields {
  fields?: { name: string; dataTypeID: number }[]
}

/**
 * The PostgreSQL adapter, taught to read the system catalogue.
 * The application never asks for catalogue types, so the adapter does not know `"char"`; the schema engine asks for little else,
 * and stops when such a column comes back as a text instead of a character.
 */
export class CatalogAdapterFactory extends PrismaPg {
  private readonly parts: PoolConfig
  private readonly opened = new Set<PrismaPgAdapter>()

  constructor(parts: PoolConfig) {
    super({ ...parts, Client: CatalogClient })
    this.parts = parts
  }

  override async connect(): Promise<PrismaPgAdapter> {
    return this.keep(sendScriptsWhole(restoreChars(await super.connect())))
  }

  /** An empty database to try migrations out in, dropped when the engine lets go of it. */
  override async connectToShadowDb(): Promise<PrismaPgAdapter> {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    const main = await this.connect()
    await main.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = await new CatalogAdapterFactory({ ...this.parts, database }).connect()
    const disconnect = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await disconnect()
      // By force: the server may not have noticed yet that we are gone.
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
    }
    return this.keep(shadow)
  }

  /** Ends every connection, the youngest first; the engine leaves most of them open. */
  async disconnect(): Promise<void> {
    for (const adapter of [...this.opened].reverse()) await adapter.dispose()
  }

  private keep(adapter: PrismaPgAdapter): PrismaPgAdapter {
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      if (this.opened.delete(adapter)) await dispose()
    }
    this.opened.add(adapter)
    return adapter
  }
}

/** A driver client whose results call `"char"` columns text and mark their names. */
class CatalogClient extends pg.Client {
  // The driver's own signature has nine overloads; what goes in and out is passed on untouched but for the fields.
  override query = ((...args: unknown[]): unknown => {
    const send = super.query.bind(this) as (...passed: unknown[]) => unknown
    const last = args.at(-1)
    if (typeof last === 'function') {
      const answer = last as (error: Error | null, result: QueryResultFields) => void
      const answerMarked = (error: Error | null, result: QueryResultFields) => answer(error, markChars(result))
      return send(...args.slice(0, -1), answerMarked)
    }
    const running = send(...args)
    return running instanceof Promise ? running.then(markChars) : running
  }) as pg.Client['query']
}

function markChars<Result extends QueryResultFields | undefined>(result: Result): Result {
  for (const field of result?.fields ?? []) {
    if (field.dataTypeID !== CATALOGUE_CHAR) continue
    field.dataTypeID = TEXT
    field.name += CHAR_MARK
  }
  return result
}

function restoreChars<Adapter extends SqlQueryable>(adapter: Adapter): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => unmarked(await queryRaw(query))
  return adapter
}

function unmarked(result: SqlResultSet): SqlResultSet {
  const isChar = result.columnNames.map((name) => name.endsWith(CHAR_MARK))
  return {
    ...result,
    columnNames: result.columnNames.map((name, column) => (isChar[column] ? name.slice(0, -CHAR_MARK.length) : name)),
    columnTypes: result.columnTypes.map((type, column) => (isChar[column] ? ColumnTypeEnum.Character : type)),
  }
}

/** The adapter cuts a script at every semicolon, also inside a function's body. The server cuts it right, and runs it whole or not at all. */
function sendScriptsWhole(adapter: PrismaPgAdapter): PrismaPgAdapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script)
  }
  return adapter
}
