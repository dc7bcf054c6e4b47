import { isTimely } from '#app/directives/timeliness-sql.server.ts'
import { dueSoonUntil } from '#app/directives/due-soon.server.ts'
import { seesByDuty, seesPart } from '#app/directives/task-matching.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Principal, unitPrincipal } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'
import { timelinessKinds } from '#workflows/calendar/timeliness.ts'

export interface PartsAsked {
  /** At the end of each of them; the latest comes first. */
  periods: DataPeriod[]
  /** When it is asked: the hours of that day are past only so far. Left out, every period is over. */
  seen?: { today: Day; hour: Hour } | undefined
  principals: Principal[]
  /** What this unit may have had, and nothing else. */
  unitId?: string
  /** Only every so many tasks, so that several connections can share the work. */
  share?: { number: number; of: number }
}

/**
 * `with` the rows named `stood`: the parts of units among the tasks these principals may see now, as they stood at the end of each
 * period. All of it comes from the steps, which nothing changes any more: asked again for the same day, it is the same. The steps
 * of a task are read once, for all its parts and all periods, in the order of the tasks: what was written together is read together.
 */
export function withPartsStood(asked: PartsAsked): Prisma.Sql {
  const { periods } = asked
  const end = endOnce(periods[0]!)
  return Prisma.sql`with root as materialized (
    select * from (${rootsThatMatter(asked)}) root where cardinality(part_ids) > 0 order by root_id
  ), moved as (
    select root.root_id, moves.*, ${eachOf(
      periods,
      (n) => Prisma.sql`max(${n`state`})
      filter (where subject_id = root_id) over (partition by root_id) as ${n`task_state`}`,
    )}
    from root cross join lateral (
      select subject_id, (min(at) at time zone ${OFFICE_ZONE}::text)::date as given_on,
        (array_agg(payload) filter (where event = 'assign'))[1] as given, ${eachOf(periods, movesUntil)}
      from step
      where step.root_id = root.root_id and at < ${end} and (subject_id = root.root_id or subject_id = any(root.part_ids))
      group by subject_id
    ) moves
  ), changed as materialized (
    select (change ->> 'subjectId')::uuid as part_id, ${eachOf(periods, changesUntil)}
    from root cross join lateral (
      select number, event, at, payload from step
      where step.root_id = root.root_id and payload -> 'changed' is not null and at < ${end} offset 0
    ) step cross join lateral jsonb_array_elements(payload -> 'changed') with ordinality as change(change, place)
    group by 1
  ), stood as materialized (
    select root_id, subject_id, given_on, given ->> 'role' as role, ${eachOf(periods, standing)}
    from moved left join changed on changed.part_id = moved.subject_id
    where moved.subject_id <> moved.root_id
  )`
}

/** Names a column of a period. */
type ColumnOf = (name: TemplateStringsArray) => Prisma.Sql

function eachOf(periods: DataPeriod[], columns: (n: ColumnOf, end: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  return Prisma.join(periods.map((period, index) => columns(columnOf(index), endOnce(period))))
}

function columnOf(index: number): ColumnOf {
  return ([name]) => Prisma.raw(`${name!}_${index}`)
}

/** Where a subject was in its flow. A report stands no more once it was sent back, or reopened with the task. */
function movesUntil(n: ColumnOf, end: Prisma.Sql): Prisma.Sql {
  const newest = (value: Prisma.Sql, which: Prisma.Sql) =>
    Prisma.sql`(array_agg(${value} order by number desc) filter (where at < ${end} and ${which}))[1]`
  const reported = Prisma.sql`event in ('report', 'sendBack', 'reopen', 'insist', 'insisted')`
  return Prisma.sql`
    ${newest(Prisma.sql`to_state`, Prisma.sql`true`)} as ${n`state`}, max(at) filter (where at < ${end}) as ${n`moved_at`},
    ${newest(Prisma.sql`case event when 'report' then at end`, reported)} as ${n`reported_at`},
    ${newest(Prisma.sql`case event when 'suspend' then at end`, Prisma.sql`event in ('suspend', 'resume')`)} as ${n`suspended_at`}`
}

function changesUntil(n: ColumnOf, end: Prisma.Sql): Prisma.Sql {
  const newest = (which: Prisma.Sql) =>
    Prisma.sql`(array_agg(change -> 'to' order by number desc, place) filter (where at < ${end} and ${which}))[1]`
  return Prisma.sql`
    ${newest(Prisma.sql`change ->> 'field' = 'dueOn'`)} as ${n`new_day`},
    ${newest(Prisma.sql`change ->> 'field' = 'dueHour'`)} as ${n`new_hour`},
    ${newest(Prisma.sql`change ->> 'field' = 'holder' and event = 'handOver'`)} as ${n`new_holder`}`
}

/** Days of the office, made once; of a due day and a holder what a step changed last, or else what was given. */
function standing(n: ColumnOf): Prisma.Sql {
  const dayOf = (column: Prisma.Sql) => Prisma.sql`(${column} at time zone ${OFFICE_ZONE}::text)::date`
  return Prisma.sql`
    ${n`task_state`}, ${n`state`},
    case when ${n`state`} in ('reported', 'done') then ${dayOf(n`reported_at`)} end as ${n`reported_on`},
    ${dayOf(n`suspended_at`)} as ${n`suspended_on`},
    case when ${n`state`} in ('done', 'withdrawn') then ${dayOf(n`moved_at`)} end as ${n`settled_on`},
    (coalesce(${n`new_day`}, given -> 'dueOn') #>> '{}')::date as ${n`due_on`},
    coalesce(${n`new_hour`}, given -> 'dueHour') #>> '{}' as ${n`due_hour`},
    case when given -> 'dueHour' is not null then to_char(coalesce(
      case when ${n`state`} in ('reported', 'done') then ${n`reported_at`} end, ${n`suspended_at`}
    ) at time zone ${OFFICE_ZONE}::text, 'HH24:MI') end as ${n`stopped_hour`},
    (coalesce(${n`new_holder`}, given -> 'holder') ->> 'unitId')::uuid as ${n`unit_id`}`
}

/**
 * As rows `(root_id, part_ids)`. What was settled before the periods, and never taken up again, is not looked at: `settled_at` is of
 * the last time. Each table is asked for one row at a time of the other, since the database takes far too few rows for what is
 * seen and pairs all with all.
 */
function rootsThatMatter({ periods, principals, unitId, share }: PartsAsked): Prisma.Sql {
  const ofUnit = Prisma.sql`(
      select id from assignment where unit_id = ${unitId}::uuid
      -- What went to another unit since was theirs.
      union select member.id from handover_task join subject member on member.root_id = handover_task.task_id
    ) held cross join lateral (select * from subject where subject.id = held.id offset 0) part`
  const roots = Prisma.sql`(
    select part.root_id, array_agg(part.id) as part_ids from ${unitId ? ofUnit : Prisma.sql`subject part`}
    where part.kind = 'ASSIGNMENT' and part.parent_id = part.root_id and part.created_at < ${endOf(periods[0]!)}
      and (part.settled_at is null or part.settled_at >= ${startOf(periods.at(-1)!.from)})
      ${share ? isInShare(share) : Prisma.empty}
    group by part.root_id
  ) root`
  const looked = Prisma.sql`array(
    select part.id from (select root.root_id, id from unnest(root.part_ids) held(id)) part where ${openTo(principals, unitId)})`
  const byDuty = seesByDuty(principals, Prisma.sql`task`)
  if (!byDuty) return Prisma.sql`select root.root_id, ${looked} as part_ids from ${roots}`
  return Prisma.sql`select root.root_id, case when ${byDuty} then root.part_ids else ${looked} end as part_ids
    from ${roots} cross join lateral (select * from subject where subject.id = root.root_id offset 0) task`
}

/** By the hours in which tasks were begun, which their ids tell: what lies together stays together. */
function isInShare({ number, of }: { number: number; of: number }): Prisma.Sql {
  return Prisma.sql`and get_byte(uuid_send(part.root_id), 2) % ${of}::int = ${number}::int`
}

/** Whoever heads a unit sees its parts of the tasks they see; of others' parts it has to be found out. */
function openTo(principals: Principal[], unitId: string | undefined): Prisma.Sql {
  const isVisible = visibleTo(principals, Prisma.sql`part.root_id`)
  const isOwn = unitId !== undefined && principals.includes(unitPrincipal(unitId))
  return isOwn ? isVisible : Prisma.sql`${isVisible} and ${seesPart(principals, Prisma.sql`part`)}`
}

/**
 * The rows of `stood` that a period counts, each timed once (`offset 0`), as columns of a `PartAsOf`. As on the tracking board: what was open at its end or was
 * settled in it, and no draft and nothing that was revoked or taken away.
 */
export function countedIn({ periods, seen }: Pick<PartsAsked, 'periods' | 'seen'>, index: number): Prisma.Sql {
  const { from, to } = periods[index]!
  const n = columnOf(index)
  const hour = seen?.today === to ? seen.hour : END_OF_DAY
  const day = { today: to, hour, dueSoonUntil: dueSoonUntil(to) }
  const kinds = timelinessKinds.map(
    (kind) => Prisma.sql`when ${isTimely(kind, day, clock)} then ${Prisma.raw(`'${kind}'`)}`,
  )
  return Prisma.sql`
    select task_id as "taskId", part_id as "partId", unit_id as "unitId", role, task_state as "taskState", state,
      given_on as "givenOn", due_on as "dueOn", due_hour as "dueHour", reported_on as "reportedOn", suspended_on as "suspendedOn",
      settled_on as "settledOn", timeliness
    from (
      select clocked.*, case ${Prisma.join(kinds, ' ')} end as timeliness
      from (
        select plain.*, case when state = 'reported' then reported_on else suspended_on end as stopped_on,
          -- By the rule of the lists: the lead is done when the task is accepted, a supporter when its contribution is.
          case when case role when 'LEAD' then task_state = 'completed' else state = 'done' end then reported_on end as done_on,
          nullif(case role when 'LEAD' then task_state in ('completed', 'revoked') else state = 'done' end, false) as closed
        from (
          select root_id as task_id, subject_id as part_id, role, ${n`task_state`} as task_state, ${n`state`} as state, given_on,
            ${n`unit_id`} as unit_id, ${n`due_on`} as due_on, ${n`due_hour`} as due_hour, ${n`stopped_hour`} as stopped_hour,
            ${n`reported_on`} as reported_on, ${n`suspended_on`} as suspended_on, ${n`settled_on`} as settled_on
          from stood
          where ${n`task_state`} not in ('draft', 'revoked') and ${n`state`} <> 'withdrawn'
        ) plain
        where settled_on is null or settled_on >= ${from}::date
        offset 0
      ) clocked
      offset 0
    ) timed
    where timeliness is not null`
}

const END_OF_DAY = '24:00'

const clock = {
  dueOn: Prisma.sql`clocked.due_on`,
  dueHour: Prisma.sql`clocked.due_hour`,
  startOn: Prisma.sql`clocked.given_on`,
  stoppedOn: Prisma.sql`clocked.stopped_on`,
  stoppedHour: Prisma.sql`clocked.stopped_hour`,
  doneOn: Prisma.sql`clocked.done_on`,
  settledAt: Prisma.sql`clocked.closed`,
}

/** As a question of its own it is worked out once; in a plan for all values it would be for every step, eight times. */
function endOnce(period: DataPeriod): Prisma.Sql {
  return Prisma.sql`(select ${endOf(period)})`
}

function endOf({ to }: DataPeriod): Prisma.Sql {
  return startOf(daysAfter(to, 1))
}

/** By way of `timestamp`: a date goes to `timestamptz` at the midnight of whatever zone the connection is in. */
function startOf(day: Day): Prisma.Sql {
  return Prisma.sql`(${day}::date::timestamp at time zone ${OFFICE_ZONE}::text)`
}
