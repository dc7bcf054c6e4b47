import { timelinessOf } from '#app/directives/due-soon.server.ts'
import { seesByDuty, seesPart } from '#app/directives/task-matching.server.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Principal, unitPrincipal } from '#workflows/actor.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import type { DataPeriod } from '#workflows/calendar/periods.ts'
import type { PartAsOf } from './figures.ts'

type PartRow = Omit<PartAsOf, 'timeliness'>

const PARTS_A_BATCH = 2000

interface PartsAsked {
  period: DataPeriod
  principals: Principal[]
  /** Of this unit only. */
  unitId?: string
}

/**
 * The parts of units as they stood at the end of a period, among the tasks these principals may see now. All of it comes from the
 * steps of each task, which nothing changes any more: asked again for the same day, it is the same.
 */
export async function* partsAsOf(asked: PartsAsked): AsyncGenerator<PartAsOf> {
  const ids = await partIds(asked)
  const { to } = asked.period
  const isAsked = ({ unitId }: PartRow) => asked.unitId === undefined || unitId === asked.unitId
  for (let first = 0; first < ids.length; first += PARTS_A_BATCH) {
    const rows = await stoodAt(ids.slice(first, first + PARTS_A_BATCH), to)
    for (const row of rows.filter(isAsked)) yield { ...row, timeliness: timelinessAsOf(row, to) }
  }
}

/**
 * What was settled before the period, and never taken up again, is not looked at: `settled_at` is of the last time. Each of the two
 * tables is asked for one row at a time of the other, since the database takes far too few rows for what is seen and pairs all
 * with all.
 */
async function partIds({ period, principals, unitId }: PartsAsked): Promise<string[]> {
  const ofUnit = Prisma.sql`(
      select id from assignment where unit_id = ${unitId}::uuid
      -- What went to another unit since was theirs.
      union select member.id from handover_task join subject member on member.root_id = handover_task.task_id
    ) part cross join lateral (select * from subject where subject.id = part.id offset 0) subject`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select subject.id from ${unitId ? ofUnit : Prisma.sql`subject`}
    where subject.kind = 'ASSIGNMENT' and subject.parent_id = subject.root_id
      and subject.created_at < ${startOf(daysAfter(period.to, 1))}
      and (subject.settled_at is null or subject.settled_at >= ${startOf(period.from)})
      and ${openTo(principals, unitId)}
    order by subject.id`
  return rows.map(({ id }) => id)
}

/** Whoever heads a unit sees its parts of the tasks they see; of others' parts it has to be found out. */
function openTo(principals: Principal[], unitId: string | undefined): Prisma.Sql {
  const isVisible = visibleTo(principals, Prisma.sql`subject.root_id`)
  const isOwn = unitId !== undefined && principals.includes(unitPrincipal(unitId))
  const looked = isOwn ? isVisible : Prisma.sql`${isVisible} and ${seesPart(principals, Prisma.sql`subject`)}`
  const byDuty = seesByDuty(principals, Prisma.sql`task`)
  if (!byDuty) return looked
  return Prisma.sql`(
    exists (select from subject task where task.id = subject.root_id and ${byDuty} offset 0) or ${looked})`
}

function stoodAt(ids: string[], day: Day): Promise<PartRow[]> {
  return db.$queryRaw<PartRow[]>`
    select part.root_id as "taskId", part.id as "partId", past."unitId"::uuid as "unitId", assignment.role,
      past."taskState", past.state, past."givenOn"::text as "givenOn", past."dueOn" #>> '{}' as "dueOn",
      case when past.state in ('reported', 'done') then past."reportedOn"::text end as "reportedOn",
      past."suspendedOn"::text as "suspendedOn",
      case when past.state in ('done', 'withdrawn') then past."movedOn"::text end as "settledOn"
    from unnest(${ids}::uuid[]) asked(id)
    cross join lateral (select * from subject where subject.id = asked.id offset 0) part
    cross join lateral (select * from assignment where assignment.id = asked.id offset 0) assignment
    cross join lateral (
      select
        (array_agg(to_state order by number desc) filter (where subject_id = part.root_id))[1] as "taskState",
        (array_agg(to_state order by number desc) filter (where subject_id = part.id))[1] as state,
        (min(at) filter (where subject_id = part.id) at time zone ${OFFICE_ZONE})::date as "givenOn",
        (max(at) filter (where subject_id = part.id) at time zone ${OFFICE_ZONE})::date as "movedOn",
        -- The report that stands: one that was sent back, or reopened with the task, stands no more.
        ((array_agg(case event when 'report' then at end order by number desc) filter (where subject_id = part.id
          and event in ('report', 'sendBack', 'reopen', 'insist', 'insisted')))[1] at time zone ${OFFICE_ZONE})::date as "reportedOn",
        ((array_agg(case event when 'suspend' then at end order by number desc) filter (where subject_id = part.id
          and event in ('suspend', 'resume')))[1] at time zone ${OFFICE_ZONE})::date as "suspendedOn",
        coalesce(
          (array_agg(new_day order by number desc) filter (where new_day is not null))[1],
          (array_agg(payload -> 'dueOn') filter (where subject_id = part.id and event = 'assign'))[1]
        ) as "dueOn",
        coalesce(
          (array_agg(new_holder order by number desc) filter (where new_holder is not null))[1],
          (array_agg(payload -> 'holder') filter (where subject_id = part.id and event = 'assign'))[1]
        ) ->> 'unitId' as "unitId"
      from (
        select number, subject_id, event, to_state, at, payload,
          case when payload -> 'changed' is not null then jsonb_path_query_first(payload,
            '$.changed[*] ? (@.subjectId == $part && @.field == "dueOn").to', jsonb_build_object('part', part.id)) end as new_day,
          case when event = 'handOver' then jsonb_path_query_first(payload,
            '$.changed[*] ? (@.subjectId == $part && @.field == "holder").to', jsonb_build_object('part', part.id)) end as new_holder
        from step where root_id = part.root_id and at < ${startOf(daysAfter(day, 1))}
          and (subject_id in (part.id, part.root_id) or payload -> 'changed' is not null)
      ) step
    ) past
    order by part.id`
}

/** By way of `timestamp`: a date goes to `timestamptz` at the midnight of whatever zone the connection is in. */
function startOf(day: Day): Prisma.Sql {
  return Prisma.sql`(${day}::date::timestamp at time zone ${OFFICE_ZONE}::text)`
}

/** By the rule of the lists: the lead is done when the task is accepted, a supporter when its contribution is. */
function timelinessAsOf({ role, taskState, state, givenOn, dueOn, reportedOn, suspendedOn }: PartRow, day: Day) {
  if (state === 'withdrawn' || taskState === 'draft') return null
  const settled = role === 'LEAD' ? taskState === 'completed' || taskState === 'revoked' : state === 'done'
  const isDone = role === 'LEAD' ? taskState === 'completed' : settled
  return timelinessOf(
    {
      startOn: givenOn,
      dueOn,
      stoppedOn: state === 'reported' ? reportedOn : suspendedOn,
      doneOn: isDone ? reportedOn : null,
      settled,
    },
    day,
  )
}
