import type { Transaction } from '#app/platform/db.server.ts'
import type { AdministratorAct } from './administrator-act.ts'

/** To whom or by what content was opened, where it was not by the post alone. */
interface OpenedBy {
  /** To the substitute of the holder. */
  absenceId?: string
  /** Restricted tasks, by an order of handover. */
  handoverId?: string
}

/**
 * Posts that open content, as they were given, to their holder or, for an absence, to the holder's substitute, or whose holder takes
 * restricted tasks over: every other administrator is told, until one of them has seen it.
 */
export async function tellRoleGrants(
  tx: Transaction,
  { by, at }: AdministratorAct,
  postIds: string[],
  openedBy: OpenedBy = {},
): Promise<void> {
  if (postIds.length === 0) return
  await tx.roleGrant.createMany({
    data: postIds.map((postId) => ({
      organId: by.organId,
      postId,
      ...openedBy,
      grantedById: by.personId,
      grantedAt: at,
    })),
  })
}
