import type { Principal } from '#workflows/actor.ts'
import { Prisma } from '#prisma/generated/client.ts'

/**
 * The condition under which these principals may see a root subject. Every read, list, count, search, export and download
 * carries it; whoever does not see a thing is answered as if it were not there.
 *
 * @param rootId the column that holds the root's id, such as Prisma.sql`task.id`
 */
export function visibleTo(principals: readonly Principal[], rootId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (
    select from participant seen where seen.subject_id = ${rootId} and seen.principal = any(${[...principals]}::text[])
    ${seesNearlyAll(principals) ? ASKED_ROW_BY_ROW : Prisma.empty}
  )`
}

/**
 * Keeps the database from collecting first all that the reader sees. A prepared plan expects few rows for any principal, and sorted
 * all 200,000 of the secretariat to show fifty; whoever does see few is served best by beginning with those.
 */
const ASKED_ROW_BY_ROW = Prisma.sql`offset 0`

function seesNearlyAll(principals: readonly Principal[]): boolean {
  return principals.some((principal) => /^duty:.*:(LEADER|SECRETARIAT)$/.test(principal))
}
