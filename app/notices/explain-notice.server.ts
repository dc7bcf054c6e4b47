import type { DueDayHistory } from '#app/due-days/due-day-history.ts'
import { readDueDay } from '#app/due-days/read-due-day.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Principal } from '#workflows/actor.ts'

interface NoticeAsked {
  noticeId: string
  personId: string
  principals: Principal[]
}

/**
 * How the due day that one's own notice is about came about; null where there is none.
 *
 * @throws NotFound when the notice is not there or somebody else's, or its task is not visible any more
 */
export async function explainNotice({ noticeId, personId, principals }: NoticeAsked): Promise<DueDayHistory | null> {
  const notice = await db.notice.findFirst({ where: { id: noticeId, personId } })
  if (!notice) throw new NotFound()
  const { rootId, subjectId } = notice
  return rootId ? readDueDay({ rootId, subjectId: subjectId ?? rootId, principals }) : null
}
