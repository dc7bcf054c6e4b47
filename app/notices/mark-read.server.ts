import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** One's own notice has been read; the first time counts. */
export async function markRead({ noticeId, personId, at }: Marking & { noticeId: string }): Promise<void> {
  await db.notice.updateMany({ where: { id: noticeId, personId, readAt: null }, data: { readAt: at } })
}

/**
 * Everything that could be seen when the page was made; what has come since stays unread.
 *
 * @param seen from `seenNow`, asked before the page was read
 */
export async function markAllRead({ seen, personId, at }: Marking & { seen: string }): Promise<void> {
  await db.$executeRaw`
    update notice set read_at = ${at}
    where person_id = ${personId}::uuid and read_at is null and in_app
      and case when pg_input_is_valid(${seen}, 'pg_snapshot') then
        pg_visible_in_snapshot(${WRITTEN_IN}, ${seen}::text::pg_snapshot) end`
}

/**
 * What can be seen now, in the words of the database. Not a moment: what is being told now bears an earlier one, and is seen later.
 */
export async function seenNow(): Promise<string> {
  const [now] = await db.$queryRaw<{ seen: string }[]>`select pg_current_snapshot()::text as seen`
  return now!.seen
}

/** The transaction a row was written in. Of its number a row keeps the lower half, so it is the last one of all with that half. */
const WRITTEN_IN = Prisma.sql`(
  select (next - mod(next - notice.xmin::text::numeric, 4294967296))::text::xid8
  from (select pg_snapshot_xmax(pg_current_snapshot())::text::numeric as next) newest)`

/**
 * Opens one's own notice: it has been read, and leads to what it is about.
 *
 * @returns the root, or null where it is about none
 * @throws NotFound when it is not there or somebody else's
 */
export async function openNotice(opening: Marking & { noticeId: string }): Promise<string | null> {
  const { noticeId, personId } = opening
  const notice = await db.notice.findFirst({ where: { id: noticeId, personId } })
  if (!notice) throw new NotFound()
  await markRead(opening)
  return notice.rootId
}

interface Marking {
  personId: string
  at: Date
}
