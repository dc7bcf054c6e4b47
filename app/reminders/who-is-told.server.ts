import { peopleBehind } from '#app/notices/people-behind.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Level } from '#workflows/reminders/policy.ts'

/** Of one reminder: whose work it is, and how high up the line it goes. */
export interface Addressed {
  id: string
  rootId: string
  holder: string
  level: Level
}

export interface Recipient {
  id: string
  personId: string
}

/**
 * The people a reminder goes to, as posts, charges and absences stand on the day. Where a level has nobody (no head, a leader's own
 * work) the follower is told, so that nothing ends unheard.
 */
export async function whoIsTold(tx: Transaction, addressed: Addressed[], today: Day): Promise<Recipient[]> {
  if (addressed.length === 0) return []
  const addresses = await addressesOf(tx, addressed, today)
  const reached = await peopleBehind(
    tx,
    addresses.flatMap(({ principals, follower }) => [...principals, follower]),
    today,
  )
  const people = Map.groupBy(reached, ({ principal }) => principal)
  const behind = (principal: Principal) => people.get(principal)?.map(({ personId }) => personId) ?? []
  return addresses.flatMap(({ id, principals, follower }) => {
    const told = principals.flatMap(behind)
    return [...new Set(told.length > 0 ? told : behind(follower))].map((personId) => ({ id, personId }))
  })
}

interface Address {
  id: string
  principals: Principal[]
  follower: Principal
}

/**
 * The holder; whoever heads the unit of the holder; the leader in charge of that unit, or else the one who directs the task; the
 * follower, for the secretariat. Of a restricted task each of them by name, and a head only who is named in it.
 */
function addressesOf(tx: Transaction, addressed: Addressed[], today: Day): Promise<Address[]> {
  return tx.$queryRaw<Address[]>`
    with post_today as (
      select person_id, unit_id, role from post
      where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    ), asked as (
      select asked."id", asked."rootId", asked."holder", asked."level", subject.restricted,
        case when subject.restricted then 'named:' else 'person:' end as by_name,
        task.directing_leader_id as leader_id, task.follower_id,
        split_part(asked."holder", ':', 1) as kind, split_part(asked."holder", ':', 2)::uuid as holder_id
      from jsonb_to_recordset(${JSON.stringify(addressed)}::jsonb) as asked(
        "id" uuid, "rootId" uuid, "holder" text, "level" text)
      join task on task.id = asked."rootId" join subject on subject.id = asked."rootId"
    ), of_unit as (
      select "id", holder_id as unit_id from asked where kind = 'unit'
      union
      select asked."id", post_today.unit_id from asked join post_today on post_today.person_id = asked.holder_id
      where kind <> 'unit' and post_today.unit_id is not null
    ), in_charge as (
      select distinct of_unit."id", charge.leader_id
      from of_unit join charge on charge.unit_id = of_unit.unit_id
        and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
      where exists (select from post_today where person_id = charge.leader_id and role = 'LEADER')
    ), address as (
      select "id", "holder" as principal from asked where "level" = 'HOLDER'
      union
      select asked."id", 'unit:' || of_unit.unit_id from asked join of_unit on of_unit."id" = asked."id"
      where "level" = 'HEAD' and not restricted
      union
      select asked."id", participant.principal
      from asked join of_unit on of_unit."id" = asked."id"
      join post_today on post_today.unit_id = of_unit.unit_id and post_today.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
      join participant on participant.subject_id = asked."rootId" and participant.principal = 'named:' || post_today.person_id
      where "level" = 'HEAD' and restricted
      union
      select asked."id", by_name || coalesce(in_charge.leader_id, asked.leader_id)
      from asked left join in_charge on in_charge."id" = asked."id" and not restricted
      where "level" = 'LEADER'
    )
    select asked."id", asked.by_name || asked.follower_id as follower,
      array(select principal from address where address."id" = asked."id") as principals
    from asked`
}
