import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { Refused } from '#app/platform/errors.ts'
import { type Actor, type ActorPost, postIn } from '#workflows/actor.ts'

/**
 * A person as they stand at a moment, for a job that goes on with what they asked for: with the rights of that moment and not of the
 * one they asked in.
 *
 * @throws Refused when their account is locked, or there is none any more
 */
export async function readActor(personId: string, at: Date): Promise<Actor> {
  const today = officeDay(at)
  const [found] = await db.$queryRaw<(Actor & { posts: ActorPost[] })[]>`
    select person.id as "personId", person.organ_id as "organId",
      coalesce((select json_agg(json_build_object(
          'id', post.id, 'role', post.role, 'unitId', post.unit_id, 'assistsPersonId', post.assists_person_id
        ) order by post.valid_from, post.id)
        from post where post.person_id = person.id and post.organ_id = person.organ_id
          and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)), '[]') as posts,
      array(select distinct charge.unit_id::text from charge
        where charge.leader_id = person.id and charge.unit_id is not null
          and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
      ) as "chargeUnitIds"
    from person join login on login.person_id = person.id
    where person.id = ${personId}::uuid and (login.banned is not true or login.ban_expires <= ${at})`
  if (!found) throw new Refused('accountLocked')
  return postIn(found, 'LEADER') ? found : { ...found, chargeUnitIds: [] }
}
