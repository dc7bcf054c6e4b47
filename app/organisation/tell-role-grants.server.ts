import type { Transaction } from '#app/platform/db.server.ts'
import type { AdministratorAct } from './administrator-act.ts'

/**
 * Posts that open content, as they were given, to their holder or, for an absence, to the holder's substitute: every other
 * administrator is told, until one of them has seen it.
 */
export async function tellRoleGrants(
  tx: Transaction,
  { by, at }: AdministratorAct,
  postIds: string[],
  absenceId: string | null = null,
): Promise<void> {
  if (postIds.length === 0) return
  await tx.roleGrant.createMany({
    data: postIds.map((postId) => ({
      organId: by.organId,
      postId,
      absenceId,
      grantedById: by.personId,
      grantedAt: at,
    })),
  })
}
