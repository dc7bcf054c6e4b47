/**
 * Where the writing of a whole request can be refused. Every action of the app runs in `guardWrites`; whoever finds out that
 * nothing may be written now says so (`refuseWrites`), and from then on each transaction, and each writing statement outside of
 * one, is refused before it reaches the database. Loaders are not guarded: what a page writes down of being read (a view, a
 * renewed session) is not what people mean by writing.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { SpokenError } from './errors.ts'

interface Guarded {
  refusal: SpokenError | null
}

const guarded = new AsyncLocalStorage<Guarded>()

/** A statement that was to write outside of a transaction. Like `NoFreeConnection` it carries no `code`, so that Prisma lets it through. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused'
  readonly refusal: SpokenError

  constructor(refusal: SpokenError) {
    super('Nothing may be written now')
    this.refusal = refusal
  }
}

export function guardWrites<Result>(work: () => Result): Result {
  return guarded.run({ refusal: null }, work)
}

/** Outside a guarded action this does nothing. */
export function refuseWrites(refusal: SpokenError): void {
  const guard = guarded.getStore()
  if (guard) guard.refusal = refusal
}

/** For the few rows that a refused request itself needs, such as what was typed and is to be kept. */
export function writeAnyway<Result>(work: () => Result): Result {
  return guarded.run({ refusal: null }, work)
}

export function writeRefusal(): SpokenError | null {
  return guarded.getStore()?.refusal ?? null
}

/** Whether a statement as Prisma or one of us writes it changes rows. */
export function isWriting(sql: string): boolean {
  return (
    /^\s*(insert|update|delete|merge|truncate)\b/i.test(sql) ||
    /^\s*with\b.*\b(insert\s+into|delete\s+from|update\s+\S+\s+set)\b/is.test(sql)
  )
}
