import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { seesPart } from '#app/directives/task-matching.server.ts'
import { mayReadWorkOf } from '#app/handovers/handover-list.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type Actor, type Principal, principalsOf } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { isWorkingDay, type WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import type { ObligationKind } from '#workflows/obligations.ts'
import type { Period } from '../forms.ts'
import { daysOf } from './period.ts'
import { type Staff, stallingDays } from './stalling.ts'

export interface Stalls {
  fullName: string
  lines: StallingLine[]
  /** Of what falls in the period, how much somebody else can do throughout. */
  answered: number
  lookedAt: number
  /** There is more than is ever looked at. */
  isCapped: boolean
}

export interface StallingLine extends OwedLine {
  why: 'waits' | 'dueBefore' | 'due'
  /** When nobody else can do it. */
  uncovered: Period[]
  /** Nobody else can do it on any of the days. */
  isThroughout: boolean
}

interface OwedLine {
  id: string
  taskId: string
  kind: ObligationKind
  title: string
  symbol: string | null
  dueOn: Day | null
  restricted: boolean
}

interface StallsRow extends Staff {
  fullName: string
  unitIds: string[]
  isCapped: boolean
  owed: (OwedLine & { holders: Principal[] })[]
}

/** Nobody is asked to think of more before they go. */
const MOST = 500

/** Others wait for these, whenever they are due. */
const WAITED_FOR: ObligationKind[] = ['RECEIVE', 'REVIEW', 'ACCEPT', 'ISSUE', 'RESOLVE', 'DECIDE']

interface StallsQuestion {
  personId: string
  by: Actor
  period: Period
  today: Day
}

/**
 * What falls due in a period, or waits for a person, and has nobody else if they are away: asked by themself, or by whoever may read
 * what they owe, who finds in it what they see. One statement, and one for the calendar.
 *
 * @throws NotFound for everybody else
 */
export async function readStalls({ personId, by, period, today }: StallsQuestion): Promise<Stalls> {
  const [row, calendar] = await Promise.all([
    readOwedWork({ personId, by, period, today }),
    readWorkingCalendar(db, by.organId, period.fromDay),
  ])
  if (!row || !mayReadWorkOf(by, personId, row.unitIds)) throw new NotFound()
  const days = countedDays(period, calendar)
  const lines = row.owed.slice(0, MOST).map(({ holders, ...line }): StallingLine => {
    const uncovered = stallingDays({ holders, awayId: personId, days, staff: row })
    const [first] = uncovered
    const isThroughout = first?.fromDay === days[0] && first?.toDay === days.at(-1)
    return { ...line, why: whyOf(line, period), uncovered, isThroughout }
  })
  const stalling = lines.filter(({ uncovered }) => uncovered.length > 0)
  return {
    fullName: row.fullName,
    lines: stalling,
    answered: lines.length - stalling.length,
    lookedAt: lines.length,
    isCapped: row.isCapped,
  }
}

/** Those on which the office works; where it rests throughout, all of them. */
function countedDays(period: Period, calendar: WorkingCalendar): Day[] {
  const days = daysOf(period)
  const worked = days.filter((day) => isWorkingDay(calendar, day))
  return worked.length > 0 ? worked : days
}

function whyOf({ kind, dueOn }: OwedLine, { fromDay }: Period): StallingLine['why'] {
  if (WAITED_FOR.includes(kind)) return 'waits'
  return dueOn !== null && dueOn < fromDay ? 'dueBefore' : 'due'
}

async function readOwedWork({ personId, by, period, today }: StallsQuestion): Promise<StallsRow | undefined> {
  const { fromDay, toDay } = period
  const principals = principalsOf(by)
  const isHead = (post: Prisma.Sql) => Prisma.sql`${post}.role in ('UNIT_HEAD', 'DEPUTY_HEAD')`
  const lastsInto = (post: Prisma.Sql) =>
    Prisma.sql`${post}.valid_from <= ${toDay}::date and (${post}.valid_to is null or ${post}.valid_to >= ${fromDay}::date)`
  const post = Prisma.sql`post`
  const [row] = await db.$queryRaw<StallsRow[]>`
    with recursive headed(id) as (
      select post.unit_id from post
      where post.person_id = ${personId}::uuid and post.unit_id is not null and ${isHead(post)} and ${lastsInto(post)}
      union
      select unit.id from headed join unit on unit.successor_id = headed.id and unit.valid_to < ${toDay}::date
    ), held_open as materialized (
      select distinct on (item.due_on, item.subject_id, item.kind) item.id, item.subject_id, item.root_id, item.kind, item.due_on
      from work_item item
      where item.settled_at is null
        and item.holder in (
          select ${`person:${personId}`} union all select ${`named:${personId}`} union all select 'unit:' || id from headed)
        and (item.kind = any(${WAITED_FOR}::work_item_kind[])
          -- Of what is only followed, what comes due then is looked at; what is late already, others have been told of.
          or item.due_on <= ${toDay}::date and (item.kind <> 'FOLLOW' or item.due_on >= ${fromDay}::date))
      order by item.due_on nulls last, item.subject_id, item.kind limit ${MOST + 1}
    ), owed as materialized (
      -- Of the few: whoever follows a whole office holds more than can be asked about one by one.
      select held_open.* from held_open join subject member on member.id = held_open.subject_id
      where ${visibleTo(principals, Prisma.sql`held_open.root_id`)}
        and (member.id = held_open.root_id or ${seesPart(principals, Prisma.sql`member`)})
    ), held as (
      select owed.id, array_agg(item.holder) as holders
      from owed join work_item item on item.subject_id = owed.subject_id and item.root_id = owed.root_id
        and item.kind = owed.kind and item.settled_at is null
      group by owed.id
    ), headed_by(unit_id, now_in) as (
      select distinct substr(holder, 6)::uuid, substr(holder, 6)::uuid from held cross join unnest(holders) holder where holder like 'unit:%'
      union
      select headed_by.unit_id, unit.successor_id from headed_by join unit on unit.id = headed_by.now_in
      where unit.successor_id is not null and unit.valid_to < ${toDay}::date
    ), away as (
      select * from absence where organ_id = ${by.organId}::uuid and ended_at is null
        and from_day <= ${toDay}::date and to_day >= ${fromDay}::date
    ), heads as (
      select headed_by.unit_id, post.person_id, post.id, post.valid_from, post.valid_to
      from headed_by join post on post.unit_id = headed_by.now_in and ${isHead(post)} and ${lastsInto(post)}
    ), hands(person_id) as (
      select person_id from heads
      union select substitute_id from away
      union select split_part(holder, ':', 2)::uuid from held cross join unnest(holders) holder where holder not like 'unit:%'
    )
    select person.full_name as "fullName", (select count(*) from held_open) > ${MOST} as "isCapped",
      array(select post.unit_id::text from post where post.person_id = person.id and post.unit_id is not null
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date)) as "unitIds",
      coalesce((select json_agg(json_build_object('id', owed.id, 'taskId', owed.root_id, 'kind', owed.kind, 'title', root.title,
          'symbol', directive.symbol, 'dueOn', owed.due_on, 'restricted', root.restricted, 'holders', held.holders)
          order by owed.due_on nulls last, owed.subject_id, owed.kind)
        from owed join held on held.id = owed.id join subject root on root.id = owed.root_id
        join task on task.id = owed.root_id join directive on directive.id = task.directive_id), '[]') as owed,
      coalesce((select json_agg(json_build_object('personId', person_id, 'unitId', unit_id, 'postId', id,
        'validFrom', valid_from, 'validTo', valid_to)) from heads), '[]') as heads,
      coalesce((select json_agg(json_build_object('personId', person_id, 'substituteId', substitute_id, 'postId', post_id,
        'fromDay', from_day, 'toDay', to_day)) from away), '[]') as absences,
      coalesce((select json_agg(json_build_object('personId', post.person_id, 'validFrom', post.valid_from, 'validTo', post.valid_to))
        from post join hands on hands.person_id = post.person_id join login on login.person_id = post.person_id
        where post.organ_id = ${by.organId}::uuid and post.role <> 'ADMIN' and ${lastsInto(post)}
          and login.banned is not true), '[]') as workers
    from person where person.id = ${personId}::uuid and person.organ_id = ${by.organId}::uuid`
  return row
}
