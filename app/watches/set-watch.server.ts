import { transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Actor } from '#workflows/actor.ts'
import type { WantedWatch } from './forms.ts'
import { readWatch } from './read-watch.server.ts'

interface SetWatch {
  taskId: string
  want: WantedWatch
  by: Actor
  at: Date
}

/**
 * Follows a task, mutes it, or neither any more. The same again changes nothing.
 *
 * @throws NotFound when it is not there or not visible
 * @throws Refused when what one owes is to be followed, or what one does not owe is to be muted
 */
export function setWatch({ taskId, want, by, at }: SetWatch): Promise<void> {
  return transaction('setWatch', async (tx) => {
    const { personId } = by
    const standing = await readWatch({ taskId, by, tx })
    if (!standing) throw new NotFound()
    if (want === 'nothing') {
      await tx.watch.deleteMany({ where: { personId, taskId } })
      return
    }
    if (want === 'followed' && standing.hasPart) throw new Refused('watches:errors.hasPart')
    if (want === 'muted' && !standing.hasPart) throw new Refused('watches:errors.hasNoPart')
    await tx.$executeRaw`
      insert into watch (person_id, task_id, muted, since) values (${personId}::uuid, ${taskId}::uuid, ${want === 'muted'}, ${at})
      on conflict (person_id, task_id) do update set muted = excluded.muted, since = excluded.since
        where watch.muted <> excluded.muted`
  })
}
