import type { Day } from '#workflows/calendar/day.ts'
import type { Actor, ActorPost, Officeholder } from '#workflows/actor.ts'
import { postIn } from '#workflows/actor.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** What decides the rights of a person on a day, as `rightsOf` reads it beside whatever else is asked. */
export interface RightsRow {
  personId: string
  organId: string
  posts: ActorPost[]
  chargeUnitIds: string[]
  standsInFor: StoodInFor[]
}

/** An absent person as their substitute knows them: the rights, and what is said of it. */
interface StoodInFor extends Officeholder {
  fullName: string
  /** Of the posts stood in for. */
  titles: string
  until: Day
}

/** The columns of RightsRow but the ids, of a statement that joins `rightsOf`. */
export const RIGHTS = Prisma.sql`
  coalesce(held.posts, '[]'::json) as posts, held.charge_unit_ids as "chargeUnitIds",
  coalesce(absent.list, '[]'::json) as "standsInFor"`

/** Joined to a row of `person`: the posts and charges of the day, and those of the absent whose substitute they are. */
export function rightsOf(today: Day): Prisma.Sql {
  return Prisma.sql`
    cross join lateral (
      select (select json_agg(${postAsRead(today)} order by post.valid_from, post.id) from post
          where post.person_id = person.id and post.organ_id = person.organ_id and ${validOn(today, Prisma.sql`post`)}) as posts,
        ${chargesOf(Prisma.sql`person.id`, today)} as charge_unit_ids
    ) held
    cross join lateral (
      select json_agg(json_build_object('personId', absence.person_id, 'organId', absence.organ_id, 'posts', covered.posts,
        'chargeUnitIds', case when covered.leads then ${chargesOf(Prisma.sql`absence.person_id`, today)} else '{}' end,
        'fullName', holder.full_name, 'titles', covered.titles, 'until', absence.until) order by holder.given_name, holder.id) as list
      from (
        select person_id, organ_id, array_agg(post_id) as post_ids, bool_or(post_id is null) as everything, max(to_day) as until
        from absence
        where substitute_id = person.id and organ_id = person.organ_id and ended_at is null
          and ${today}::date between from_day and to_day
        group by person_id, organ_id
      ) absence
      join person holder on holder.id = absence.person_id
      cross join lateral (
        -- Keeping accounts is nobody else's, and who writes for a leader does it for them alone.
        select json_agg(${postAsRead(today)} order by post.valid_from, post.id) as posts, bool_or(post.role = 'LEADER') as leads,
          string_agg(distinct post.title, ', ') as titles
        from post
        where post.person_id = absence.person_id and post.organ_id = absence.organ_id
          and post.role not in ('ADMIN', 'ASSISTANT') and ${validOn(today, Prisma.sql`post`)}
          and (absence.everything or post.id = any(absence.post_ids))
      ) covered
      where covered.posts is not null
    ) absent`
}

/** The person as the machines know them. */
export function actorFrom({ personId, organId, posts, chargeUnitIds, standsInFor }: RightsRow): Actor {
  const absents = standsInFor.map((each): Officeholder => ({
    personId: each.personId,
    organId: each.organId,
    posts: each.posts,
    chargeUnitIds: each.chargeUnitIds,
  }))
  const actor = { personId, organId, posts, chargeUnitIds, standsInFor: absents }
  // A charge is a leader's: it lapses with the leader's post, even where nobody thought of ending it.
  return postIn(actor, 'LEADER') ? actor : { ...actor, chargeUnitIds: [] }
}

function postAsRead(today: Day): Prisma.Sql {
  return Prisma.sql`json_build_object('id', post.id, 'role', post.role, 'unitId', post.unit_id,
    'assistsPersonId', post.assists_person_id,
    'formerUnitIds', case when post.role in ('UNIT_HEAD', 'DEPUTY_HEAD') then array(
      with recursive former as (
        select unit.id from unit where unit.successor_id = post.unit_id and unit.valid_to < ${today}::date
        union select unit.id from unit join former on unit.successor_id = former.id and unit.valid_to < ${today}::date
      ) select former.id from former) else '{}' end)`
}

function chargesOf(leaderId: Prisma.Sql, today: Day): Prisma.Sql {
  return Prisma.sql`array(
    select distinct charge.unit_id::text from charge
    where charge.leader_id = ${leaderId} and charge.unit_id is not null and ${validOn(today, Prisma.sql`charge`)})`
}

function validOn(today: Day, row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${row}.valid_from <= ${today}::date and (${row}.valid_to is null or ${row}.valid_to >= ${today}::date)`
}
