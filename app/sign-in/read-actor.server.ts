import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import type { Actor } from '#workflows/actor.ts'
import { actorFrom, RIGHTS, type RightsRow, rightsOf } from './rights-sql.server.ts'

/**
 * The person with the rights of the day, for a job that goes on with what they asked for: their session may have ended since.
 * Null when their account has been locked, or they have none.
 */
export async function readActor({ personId, at }: { personId: string; at: Date }): Promise<Actor | null> {
  const [row] = await db.$queryRaw<RightsRow[]>`
    select person.id as "personId", person.organ_id as "organId", ${RIGHTS}
    from person
    join login on login.person_id = person.id
    ${rightsOf(officeDay(at))}
    where person.id = ${personId}::uuid and (login.banned is not true or login.ban_expires <= ${at})`
  return row ? actorFrom(row) : null
}
