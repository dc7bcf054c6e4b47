import type { Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'

export interface DirectiveOfSeries {
  id: string
  symbol: string | null
  subject: string
}

/**
 * The directive a series is entered under. A series shows its source to whoever sees the draft of an ordinary task, so it must be one
 * they see already: an ordinary task was taken from it.
 *
 * @throws NotFound when none of its tasks is visible to the actor, Refused when all those are restricted
 */
export async function directiveForSeries(tx: Transaction, directiveId: string, by: Actor): Promise<DirectiveOfSeries> {
  const [found] = await tx.$queryRaw<(DirectiveOfSeries & { isOpen: boolean })[]>`
    select directive.id, directive.symbol, directive.subject, bool_or(not subject.restricted) as "isOpen"
    from directive join task on task.directive_id = directive.id join subject on subject.id = task.id
    where directive.id = ${directiveId}::uuid and ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}
    group by directive.id`
  if (!found) throw new NotFound()
  const { isOpen, ...directive } = found
  if (!isOpen) throw new Refused('series:errors.directiveIsRestricted')
  return directive
}
