import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'

/** Rows named `series`, with their `directive`, what was `opened` of them and how they stand (`standing`). */
export function seriesRows(today: Day): Prisma.Sql {
  return Prisma.sql`task_series series
    join directive on directive.id = series.directive_id
    cross join lateral (
      select max(task.period collate "C") as last_period from task where task.series_id = series.id
    ) opened
    cross join lateral (select ${STATE} as state, ${obstacleOn(today)} as obstacle) standing`
}

/** The columns of `Series`. */
export const SERIES_COLUMNS = Prisma.sql`
  series.id, series.directive_id as "directiveId", directive.organ_id as "organId", series.content,
  series.expected_product as "expectedProduct", series.directing_leader_id as "directingLeaderId",
  series.lead_unit_id as "leadUnitId", series.follower_id as "followerId", series.entered_by_id as "enteredById",
  series.support_unit_ids as "supportUnitIds", series.urgency, series.field, series.first_period as "firstPeriod",
  series.last_period as "lastPeriod", opened.last_period as "lastOpened", series.due_after_days as "dueAfterDays",
  series.opens_before_days as "opensBeforeDays", series.issued_by_id as "issuedById", series.issued_post_id as "issuedPostId",
  series.issued_for_id as "issuedForId", series.revision, standing.state, standing.obstacle,
  (directive.symbol is not null and directive.signed_on is not null and directive.signer is not null) as "sourceIsSigned",
  directive.outside as "isFromOutside"`

/**
 * Who may see a series, written in docs/visibility.md: who sees the draft of a task does, and once it is issued the heads of the
 * lead unit, who will get the tasks. A supporting unit sees the tasks as they come.
 */
export function seesSeries(principals: readonly Principal[]): Prisma.Sql {
  return Prisma.sql`array[
    'duty:' || directive.organ_id || ':LEADER', 'duty:' || directive.organ_id || ':SECRETARIAT',
    'person:' || series.directing_leader_id, 'assistants:' || series.directing_leader_id,
    'person:' || series.follower_id, 'person:' || series.entered_by_id,
    case when series.issued_at is not null then 'unit:' || series.lead_unit_id end
  ] && ${[...principals]}::text[]`
}

const STATE = Prisma.sql`case
  when series.stopped_at is not null then 'stopped'
  when series.issued_at is null then 'draft'
  when opened.last_period >= series.last_period collate "C" then 'over'
  else 'running' end`

/**
 * The first thing that keeps a period from being opened on a day: a post its part needs is no longer held, a unit has ended, or of the
 * directive only restricted tasks are left, whose source the units of a period would see.
 */
function obstacleOn(today: Day): Prisma.Sql {
  const valid = (row: Prisma.Sql) =>
    Prisma.sql`${row}.organ_id = directive.organ_id
      and ${row}.valid_from <= ${today}::date and (${row}.valid_to is null or ${row}.valid_to >= ${today}::date)`
  const holds = (personId: Prisma.Sql, role: Prisma.Sql) =>
    Prisma.sql`exists (select from post where post.person_id = ${personId} and post.role = ${role} and ${valid(Prisma.sql`post`)})`
  return Prisma.sql`case
    when not exists (
      select from task sibling join subject on subject.id = sibling.id
      where sibling.directive_id = series.directive_id and not subject.restricted
    ) then 'directiveIsRestricted'
    when not ${holds(Prisma.sql`series.directing_leader_id`, Prisma.sql`'LEADER'`)} then 'leaderHasNoPost'
    when not ${holds(Prisma.sql`series.follower_id`, Prisma.sql`'SECRETARIAT'`)} then 'followerHasNoPost'
    when not exists (select from unit where unit.id = series.lead_unit_id and ${valid(Prisma.sql`unit`)}) then 'leadUnitHasEnded'
    when cardinality(series.support_unit_ids) <> (
      select count(*) from unit where unit.id = any(series.support_unit_ids) and ${valid(Prisma.sql`unit`)}
    ) then 'supportUnitHasEnded' end`
}
