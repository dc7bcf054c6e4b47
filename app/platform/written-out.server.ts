import { Prisma } from '#prisma/generated/client.ts'

/**
 * A number of ours that stands in the statement itself. A prepared statement is soon planned once for all values, and of a limit it
 * does not know PostgreSQL expects a tenth of the table: it then joins by reading all of them.
 */
export function writtenOut(number: number): Prisma.Sql {
  return Prisma.raw(String(number))
}
