import type { Transaction } from '#app/platform/db.server.ts'
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
 * The people a reminder goes to, as posts and charges stand on the day. The holder: a person, or the head and deputies of a unit.
 * Then whoever heads the unit of the holder; the leader in charge of that unit, or else the one who directs the task; the follower,
 * for the secretariat. Where a level is empty (no head, a leader's own work) the follower is told, so that nothing ends unheard.
 * Of a restricted task only whoever is named is told; of any other, who stands in for the absent as well.
 */
export function whoIsTold(tx: Transaction, addressed: Addressed[], today: Day): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>`
    with post_today as (
      select person_id, unit_id, role from post
      where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    ), asked as (
      select asked.*, subject.restricted, task.directing_leader_id as leader_id, task.follower_id,
        split_part(asked.holder, ':', 1) as kind, split_part(asked.holder, ':', 2)::uuid as holder_id
      from jsonb_to_recordset(${JSON.stringify(addressed)}::jsonb) as asked(
        "id" uuid, "rootId" uuid, "holder" text, "level" text)
      join task on task.id = asked."rootId" join subject on subject.id = asked."rootId"
    ), of_unit as (
      select asked."id", asked.holder_id as unit_id from asked where kind = 'unit'
      union select asked."id", post_today.unit_id from asked join post_today on post_today.person_id = asked.holder_id
      where kind in ('person', 'named') and post_today.unit_id is not null
    ), head as (
      select of_unit."id", post_today.person_id from of_unit join post_today on post_today.unit_id = of_unit.unit_id
      where post_today.role in ('UNIT_HEAD', 'DEPUTY_HEAD')
    ), in_charge as (
      select distinct of_unit."id", charge.leader_id as person_id
      from of_unit join charge on charge.unit_id = of_unit.unit_id
        and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)
      where exists (select from post_today where person_id = charge.leader_id and role = 'LEADER')
    ), told as (
      select "id", holder_id as person_id from asked where "level" = 'HOLDER' and kind in ('person', 'named')
      union select asked."id", head.person_id from asked join head on head."id" = asked."id"
      where "level" = 'HEAD' and head.person_id <> asked.holder_id or "level" = 'HOLDER' and kind = 'unit'
      union select asked."id", in_charge.person_id from asked join in_charge on in_charge."id" = asked."id"
      where "level" = 'LEADER' and not restricted
      union select "id", leader_id from asked
      where "level" = 'LEADER' and (restricted or not exists (select from in_charge where in_charge."id" = asked."id"))
      union select "id", follower_id from asked where "level" = 'SECRETARIAT'
    ), permitted as (
      select told.* from told join asked on asked."id" = told."id"
      where not asked.restricted or exists (
        select from participant
        where subject_id = asked."rootId" and principal = 'named:' || told.person_id)
    ), heard as (
      select * from permitted
      union select "id", follower_id from asked where not exists (select from permitted where permitted."id" = asked."id")
    )
    select "id", person_id as "personId" from heard
    union select heard."id", absence.substitute_id
    from heard join asked on asked."id" = heard."id" and not asked.restricted
    join absence on absence.person_id = heard.person_id and absence.ended_at is null
      and ${today}::date between absence.from_day and absence.to_day`
}
