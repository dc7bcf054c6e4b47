import { attachFiles } from '#app/files/attach-files.server.ts'
import type { ReceivedFile } from '#app/files/receive-form.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { transaction } from '#app/platform/db.server.ts'
import { Conflict, NotFound, Refused } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'
import { sourceColumns } from './enter-directive.server.ts'
import type { Source } from './forms.ts'
import { mayEditSource } from './policy.ts'

export interface EditSource {
  directiveId: string
  revision: number
  source: Source
  files: ReceivedFile[]
  by: Actor
  at: Date
}

/**
 * Completes or corrects the source while a task waits to be issued from it.
 *
 * @throws NotFound, Refused (nothing waits, or not theirs to change), Conflict when somebody else changed it first
 */
export function editSource({ directiveId, revision, source, files, by, at }: EditSource): Promise<void> {
  return transaction('editSource', async (tx) => {
    const [found] = await tx.$queryRaw<{ hasDrafts: boolean }[]>`
      select exists (
        select from task join subject on subject.id = task.id
        where task.directive_id = directive.id and subject.state = 'draft'
          and ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}
      ) as "hasDrafts"
      from directive where directive.id = ${directiveId}::uuid and exists (
        select from task where task.directive_id = directive.id and ${visibleTo(principalsOf(by), Prisma.sql`task.id`)}
      )
      for update`
    if (!found) throw new NotFound()
    if (!mayEditSource(by, found)) throw new Refused('directives:errors.sourceIsClosed')
    const { count } = await tx.directive.updateMany({
      where: { id: directiveId, revision },
      data: { ...sourceColumns(source), revision: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('changedByAnother')
    await attachFiles(tx, { files, directiveId, addedById: by.personId, at })
    await recordAudit(tx, {
      organId: by.organId,
      actorId: by.personId,
      kind: 'sourceEdited',
      details: { directiveId },
      at,
    })
  })
}
