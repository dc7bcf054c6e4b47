import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/** One's own notice has been read; the first time counts. */
export async function markRead({ noticeId, personId, at }: Marking & { noticeId: string }): Promise<void> {
  await db.notice.updateMany({ where: { id: noticeId, personId, readAt: null }, data: { readAt: at } })
}

/** Everything that was told until the page was made; what has come since stays unread. */
export async function markAllRead({ until, personId, at }: Marking & { until: Date }): Promise<void> {
  await db.notice.updateMany({
    where: { personId, readAt: null, inApp: true, at: { lte: until } },
    data: { readAt: at },
  })
}

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
