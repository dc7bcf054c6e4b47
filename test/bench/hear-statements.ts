import pg from 'pg'

export interface HeardStatement {
  text: string
  values: unknown[]
}

type Query = (...given: unknown[]) => unknown

let heard: HeardStatement[] | null = null
let keepsWhatWasDone = true

// `pg` is what the database adapter sends through, so here every statement of the application comes by.
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is given its `this` below
const send = pg.Client.prototype.query as Query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
  const statement = heard ? asStatement(given[0]) : null
  if (!heard || !statement) return send.apply(this, given)
  const isCommit = /^\s*commit/i.test(statement.text)
  if (isCommit && !keepsWhatWasDone) return send.apply(this, ['ROLLBACK', ...given.slice(1)])
  if (!/^\s*(begin|commit|rollback|set transaction)/i.test(statement.text)) heard.push(statement)
  return send.apply(this, given)
} as typeof pg.Client.prototype.query

function asStatement(given: unknown): HeardStatement | null {
  if (typeof given === 'string') return { text: given, values: [] }
  if (given === null || typeof given !== 'object' || !('text' in given)) return null
  const { text, values } = given as { text: string; values?: unknown[] }
  return { text, values: values ?? [] }
}

/** Writes down what is sent while the work is done; unless it `keeps`, commits are turned into their opposite. */
export async function hearStatements(
  { keeps }: { keeps: boolean },
  work: () => Promise<unknown>,
): Promise<HeardStatement[]> {
  heard = []
  keepsWhatWasDone = keeps
  try {
    await work()
    return heard
  } finally {
    heard = null
    keepsWhatWasDone = true
  }
}
