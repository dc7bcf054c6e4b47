import type { Transaction } from '#app/platform/db.server.ts'
import type { AdministratorAct } from './administrator-act.ts'

/** Posts that open content, as they were given: every other administrator is told, until one of them has seen it. */
export async function tellRoleGrants(tx: Transaction, { by, at }: AdministratorAct, postIds: string[]): Promise<void> {
  if (postIds.length === 0) return
  await tx.roleGrant.createMany({
    data: postIds.map((postId) => ({ organId: by.organId, postId, grantedById: by.personId, grantedAt: at })),
  })
}
