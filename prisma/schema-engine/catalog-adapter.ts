import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlQueryable, type SqlResultSet } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { connectionParts } from './connection-parts.ts'

/** PostgreSQL's `"char"`, a single byte used throughout the system catalogue and nowhere else. */
const CATALOGUE_CHAR = 18
const TEXT = 25

/** Ends the name of a column that was `"char"`: the name is all that the adapter carries from the driver to its caller. */
const CHAR_MARK = '\u0000char'

const SHADOW_DROP = /^DROP DATABASE "prisma_migrate_shadow_db_[^"]*"$/

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
  constructor(url: string) {
    // Parts and a class instead of a pool: the adapter must be able to open a second database, the shadow.
    super({ ...connectionParts(url), Client: CatalogClient })
  }

  override async connect() {
    return sendScriptsWhole(restoreChars(await super.connect()))
  }

  override async connectToShadowDb() {
    return sendScriptsWhole(restoreChars(await super.connectToShadowDb()))
  }
}

/** A driver client whose results call `"char"` columns text and mark their names. */
class CatalogClient extends pg.Client {
  // The driver's own signature has nine overloads; what goes in and out is passed on untouched but for the fields.
  override query = ((...args: unknown[]): unknown => {
    const query = pg.Client.prototype.query as unknown as (...passed: unknown[]) => unknown
    const last = args.at(-1)
    if (typeof last === 'function') {
      const answer = last as (error: Error | null, result: QueryResultFields) => void
      return query.call(this, ...args.slice(0, -1), (error: Error | null, result: QueryResultFields) =>
        answer(error, markChars(result)),
      )
    }
    const running = query.call(this, ...args)
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

/**
 * The adapter cuts a script at every semicolon, also inside a function's body; the server cuts it right, and runs it whole or
 * not at all. A shadow database is dropped by force: the engine still holds a connection to it, and it would stay for ever.
 */
function sendScriptsWhole(adapter: PrismaPgAdapter): PrismaPgAdapter {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(SHADOW_DROP.test(script) ? `${script} WITH (FORCE)` : script)
  }
  return adapter
}
