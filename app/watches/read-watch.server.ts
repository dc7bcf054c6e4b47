import { db, type Transaction } from '#app/platform/db.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, principalsOf } from '#workflows/actor.ts'

/** How somebody stands to a task they see. */
export interface TaskWatch {
  isFollowed: boolean
  isMuted: boolean
  /** They owe something in it now: they hear of it anyway. */
  hasPart: boolean
}

interface WatchQuestion {
  taskId: string
  by: Actor
  tx?: Transaction
}

/** Null where there is no such task, or they may not see it. */
export async function readWatch({ taskId, by, tx = db }: WatchQuestion): Promise<TaskWatch | null> {
  const principals = principalsOf(by)
  const [standing] = await tx.$queryRaw<TaskWatch[]>`
    select coalesce(not watch.muted, false) as "isFollowed", coalesce(watch.muted, false) as "isMuted",
      exists (select from work_item item where item.root_id = task.id and item.settled_at is null
        and item.holder = any(${principals}::text[])) as "hasPart"
    from task left join watch on watch.task_id = task.id and watch.person_id = ${by.personId}::uuid
    where task.id = ${taskId}::uuid and ${visibleTo(principals, Prisma.sql`task.id`)}`
  return standing ?? null
}
