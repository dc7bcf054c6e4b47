import { peopleBehind } from '#app/notices/people-behind.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Level, RemindedWork } from '#workflows/reminders/policy.ts'

/** Of one reminder: whose work it is, and how high up the line it goes. Those who owe the same share a cause. */
export interface Addressed {
  causeKey: string
  rootId: string
  subjectId: string
  work: RemindedWork
  holder: string
  level: Level
}

export interface Recipient {
  causeKey: string
  personId: string
}

/**
 * The people reminders go to, each once for a cause, as posts, charges and absences stand on the day. Where a level has nobody (no
 * head, a leader's own work) the follower is told, and where the follower has left, the secretariat: nothing ends unheard.
 */
export async function whoIsTold(tx: Transaction, addressed: Addressed[], today: Day): Promise<Recipient[]> {
  if (addressed.length === 0) return []
  const addresses = await addressesOf(tx, addressed, today)
  const reached = await peopleBehind(
    tx,
    addresses.flatMap(({ principals, follower, secretariat }) => [...principals, follower, ...(secretariat ?? [])]),
    today,
  )
  const people = Map.groupBy(reached, ({ principal }) => principal)
  const behind = (principal: Principal) => people.get(principal)?.map(({ personId }) => personId) ?? []
  return addresses.flatMap(({ causeKey, principals, follower, secretariat }) => {
    const ways = [principals, [follower], secretariat ?? []].map((each) => each.flatMap(behind))
    const told = ways.find((those) => those.length > 0) ?? []
    return [...new Set(told)].map((personId) => ({ causeKey, personId }))
  })
}

interface Address {
  causeKey: string
  principals: Principal[]
  follower: Principal
  /** Null for a restricted task. */
  secretariat: Principal[] | null
}

/**
 * The holder; whoever heads the unit that has the work; the leader in charge of that unit, or else the one who directs the task; the
 * follower, for the secretariat. Who judges the work of others has no head above them but of a unit that takes part in the task: the
 * head of the follower's own does not see it. Of a restricted task each of them by name, and a head only who is named in it.
 */
function addressesOf(tx: Transaction, addressed: Addressed[], today: Day): Promise<Address[]> {
  return tx.$queryRaw<Address[]>`
    with recursive post_today as (
      select person_id, unit_id, role from post
      where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    ), asked as (
      select asked.*, subject.restricted, subject.organ_id,
        case when subject.restricted then 'named:' else 'person:' end as by_name,
        task.directing_leader_id as leader_id, task.follower_id,
        split_part(asked."holder", ':', 1) as kind, split_part(asked."holder", ':', 2)::uuid as holder_id
      from jsonb_to_recordset(${JSON.stringify(addressed)}::jsonb) as asked(
        "causeKey" text, "rootId" uuid, "subjectId" uuid, "work" text, "holder" text, "level" text)
      join task on task.id = asked."rootId" join subject on subject.id = asked."rootId"
    ), line as (
      select distinct "subjectId", "subjectId" as id from asked where "work" in ('RECEIVE', 'PROCESS', 'SUPPORT')
      union all
      select line."subjectId", subject.parent_id
      from line join subject on subject.id = line.id join assignment on assignment.id = line.id
      where assignment.unit_id is null and subject.parent_id is not null
    ), has_work as (
      select line."subjectId", assignment.unit_id
      from line join assignment on assignment.id = line.id where assignment.unit_id is not null
    ), of_unit as (
      select asked."causeKey", asked."holder", coalesce(has_work.unit_id, asked.holder_id) as unit_id
      from asked left join has_work on has_work."subjectId" = asked."subjectId"
      where kind = 'unit' or has_work.unit_id is not null
      union
      select asked."causeKey", asked."holder", post_today.unit_id
      from asked join post_today on post_today.person_id = asked.holder_id
      where kind <> 'unit' and post_today.unit_id is not null
        and not exists (select from has_work where has_work."subjectId" = asked."subjectId")
        and exists (select from participant
          where participant.subject_id = asked."rootId" and participant.principal = 'unit:' || post_today.unit_id)
    ), in_charge as (
      select distinct of_unit."causeKey", of_unit."holder", charge.leader_id
      from of_unit join charge on charge.unit_id = of_unit.unit_id
        and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
      where exists (select from post_today where person_id = charge.leader_id and role = 'LEADER')
    ), address as (
      select "causeKey", "holder" as principal from asked where "level" = 'HOLDER'
      union
      select asked."causeKey", 'unit:' || of_unit.unit_id from asked join of_unit using ("causeKey", "holder")
      where "level" = 'HEAD' and not restricted
      union
      select asked."causeKey", participant.principal
      from asked join of_unit using ("causeKey", "holder")
      join post_today on post_today.unit_id = of_unit.unit_id and post_today.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
      join participant on participant.subject_id = asked."rootId" and participant.principal = 'named:' || post_today.person_id
      where "level" = 'HEAD' and restricted
      union
      select asked."causeKey", by_name || coalesce(in_charge.leader_id, asked.leader_id)
      from asked left join in_charge on in_charge."causeKey" = asked."causeKey" and in_charge."holder" = asked."holder"
        and not restricted
      where "level" = 'LEADER'
    )
    select distinct asked."causeKey", asked.by_name || asked.follower_id as follower,
      case when not restricted then array['duty:' || asked.organ_id || ':SECRETARIAT'] end as secretariat,
      array(select principal from address where address."causeKey" = asked."causeKey") as principals
    from asked`
}
