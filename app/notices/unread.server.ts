import { db } from '#app/platform/db.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { MOST_UNREAD_COUNTED } from './notice-words.ts'

/** How many a person has not read, at most one more than is said; as a part of the statement that counts for every page. */
export function unreadOf(personId: string): Prisma.Sql {
  return unreadWhere(Prisma.sql`${personId}::uuid`)
}

function unreadWhere(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select count(*)::int from (
    select from notice where person_id = ${person} and read_at is null and in_app
    limit ${MOST_UNREAD_COUNTED + 1}) unread)`
}

export async function countUnread(personId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ unread: number }[]>`select ${unreadOf(personId)} as unread`
  return counted!.unread
}

/** Of many at once. */
export async function countUnreadOf(personIds: string[]): Promise<Map<string, number>> {
  const counted = await db.$queryRaw<{ personId: string; unread: number }[]>`
    select asked.id::text as "personId", ${unreadWhere(Prisma.sql`asked.id`)} as unread
    from unnest(${personIds}::uuid[]) asked(id)`
  return new Map(counted.map(({ personId, unread }) => [personId, unread]))
}
