import { v5 as idFrom } from 'uuid'
import { db } from '#app/platform/db.server.ts'
import { NotFound, SpokenError } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { issueTask } from './simple-acts.server.ts'

export interface IssueOutcome {
  issued: number
  /** The first reason among those that were not issued. */
  refused: { count: number; error: SpokenError } | null
}

/**
 * Issues every task of a directive that is still a draft, each an act of its own, so that one that cannot be issued
 * does not hold back the others. Asked again with the same key it issues what the first time left.
 *
 * @throws NotFound when none of its tasks is visible to the actor
 */
export async function issueDirective({
  directiveId,
  by,
  requestKey,
  at,
}: {
  directiveId: string
  by: Actor
  requestKey: string
  at: Date
}): Promise<IssueOutcome> {
  const tasks = await db.$queryRaw<{ id: string; state: string }[]>`
    select task.id, subject.state from task join subject on subject.id = task.id
    where task.directive_id = ${directiveId}::uuid and ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}
    order by task.position`
  if (tasks.length === 0) throw new NotFound()

  const outcome: IssueOutcome = { issued: 0, refused: null }
  for (const { id } of tasks.filter(({ state }) => state === 'draft')) {
    try {
      await issueTask({ subjectId: id, revision: null, requestKey: idFrom(id, requestKey), by, at })
      outcome.issued += 1
    } catch (error) {
      if (!(error instanceof SpokenError)) throw error
      outcome.refused = { count: (outcome.refused?.count ?? 0) + 1, error: outcome.refused?.error ?? error }
    }
  }
  return outcome
}
