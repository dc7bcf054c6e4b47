import type { Day } from '#workflows/calendar/day.ts'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { refuse } from './administrator-act.ts'
import { personToChange, requireNotBefore, type PersonAct } from './person-to-change.server.ts'
import { refusalOfEndingPost } from './policy.ts'

/** The post is held for the last time on `lastDay`; from the next midnight it gives no right. */
export function endPost(act: PersonAct & { postId: string; lastDay: Day }): Promise<void> {
  const { by, personId, postId, lastDay } = act
  return transaction('endPost', async (tx) => {
    const { fullName } = await personToChange(tx, act, 'changePosts')
    refuse(refusalOfEndingPost(by, postId))
    const post = await tx.post.findFirst({ where: { id: postId, personId } })
    if (!post) throw new NotFound()
    requireNotBefore(post.validFrom, lastDay)
    await tx.post.update({ where: { id: postId }, data: { validTo: toDayColumn(lastDay) } })
    const details = { fullName, title: post.title, lastDay }
    await recordAudit(tx, { ...auditOf(act), kind: 'postEnded', subjectId: personId, details })
  })
}
