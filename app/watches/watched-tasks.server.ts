import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'

/** The ids of the tasks the reader follows, as a set for a condition. */
export function followedBy(principals: readonly Principal[]): Prisma.Sql {
  return Prisma.sql`(select watch.task_id from watch where ${isOwn(principals)} and not watch.muted)`
}

/** Of those they muted, as an array: read once for a statement, however many rows it goes over. */
export function mutedBy(principals: readonly Principal[]): Prisma.Sql {
  return Prisma.sql`array(select watch.task_id from watch where ${isOwn(principals)} and watch.muted)`
}

/** Among the principals `named:` is the reader alone: whom they stand in for follows and mutes for themself. */
function isOwn(principals: readonly Principal[]): Prisma.Sql {
  const own = principals.flatMap((principal) =>
    principal.startsWith('named:') ? principal.slice('named:'.length) : [],
  )
  return Prisma.sql`watch.person_id = any(${own}::uuid[])`
}
