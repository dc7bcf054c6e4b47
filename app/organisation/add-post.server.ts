import { v7 as newId } from 'uuid'
import { auditOf } from '#app/audit/audit-of.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { toDayColumn } from '#app/platform/day-column.ts'
import { transaction } from '#app/platform/db.server.ts'
import type { PostInput } from './forms.ts'
import { opensContent } from './opening-roles.ts'
import { personToChange, requireLeader, requireUnitOnDay, type PersonAct } from './person-to-change.server.ts'
import { tellRoleGrants } from './tell-role-grants.server.ts'

export function addPost(act: PersonAct & { post: PostInput }): Promise<void> {
  const { personId, post } = act
  return transaction('addPost', async (tx) => {
    const { organId, fullName } = await personToChange(tx, act, 'changePosts')
    await requireUnitOnDay(tx, { organId, unitId: post.unitId, day: post.validFrom })
    await requireLeader(tx, { organId, personId: post.assistsPersonId })
    const postId = newId()
    await tx.post.create({
      data: {
        id: postId,
        personId,
        organId,
        ...post,
        validFrom: toDayColumn(post.validFrom),
        validTo: post.validTo && toDayColumn(post.validTo),
      },
    })
    if (opensContent(post.role)) await tellRoleGrants(tx, act, [postId])
    const details = { fullName, role: post.role, title: post.title, validFrom: post.validFrom }
    await recordAudit(tx, { ...auditOf(act), kind: 'postAdded', subjectId: personId, details })
  })
}
