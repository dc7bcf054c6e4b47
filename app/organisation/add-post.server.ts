import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { PostInput } from './forms.ts'
import { personToChange, requireLeader, requireUnitOnDay, type PersonAct } from './person-to-change.server.ts'

export function addPost(act: PersonAct & { post: PostInput }): Promise<void> {
  const { personId, post } = act
  return transaction('addPost', async (tx) => {
    const { organId, fullName } = await personToChange(tx, act, 'changePosts')
    await requireUnitOnDay(tx, { organId, unitId: post.unitId, day: post.validFrom })
    await requireLeader(tx, { organId, personId: post.assistsPersonId })
    await tx.post.create({
      data: {
        personId,
        organId,
        ...post,
        validFrom: toDayColumn(post.validFrom),
        validTo: post.validTo && toDayColumn(post.validTo),
      },
    })
    const details = { fullName, role: post.role, title: post.title, validFrom: post.validFrom }
    await recordAudit(tx, { ...auditOf(act), kind: 'postAdded', subjectId: personId, details })
  })
}
