import { foldVietnamese } from '#app/i18n/fold.ts'
import { containing } from '#app/platform/containing.ts'
import { followedBy } from '#app/watches/watched-tasks.server.ts'
import { visibleTo } from '#app/workflow/visibility.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Principal } from '#workflows/actor.ts'
import { wholeSight } from '#workflows/audience.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Level } from '#workflows/reminders/policy.ts'
import { dueSoonUntil } from './due-soon.server.ts'
import { clockColumns, isTracked, openOrSettledWithin, partsHeld, partsShownBy } from './task-clock.server.ts'
import { clockShownBy, type TaskFilters } from './task-filters.ts'
import { isTimely } from './timeliness-sql.server.ts'

export interface TaskQuestion {
  filters: TaskFilters
  principals: Principal[]
  today: Day
  /** The hour of that day it is asked at; left out, nothing is late before its day is over. */
  hour?: Hour
}

/** What has gone out to the units and was not called off. */
const WAS_ISSUED = Prisma.sql`subject.state not in ('draft', 'discarded', 'revoked')`

/**
 * `from ... where ...` of the tasks that match, for lists and counts alike; a table is joined only when something asks for it.
 * The rows are named `task`, and where joined `subject`, `directive`, `part` and `deadline` (the part's, if there is one).
 *
 * @param among a table of the only ids that can match
 */
export function matchingTasks({
  filters,
  principals,
  today,
  hour,
  among,
}: TaskQuestion & { among?: Prisma.Sql }): Prisma.Sql {
  const parts = partsShownBy(filters)
  const clock = clockColumns[parts?.clock ?? clockShownBy(filters)]
  const isOuter = clock === clockColumns.outer
  const { state, timeliness, dueFrom, dueTo, issuedFrom, issuedTo, q } = filters
  const tracks = isTracked(filters)
  const asksDue = Boolean(timeliness ?? dueFrom ?? dueTo)
  const asksSubject = Boolean(state ?? q ?? issuedFrom ?? issuedTo) || tracks || asksDue
  const asksDirective = Boolean(q ?? filters.sourceKind ?? filters.symbol)

  const conditions = [visibleTo(principals, Prisma.sql`task.id`), ...recordConditions(filters, principals, today)]
  if (among) conditions.push(Prisma.sql`task.id in (select id from ${among})`)
  if (parts) conditions.push(seesPart(principals, Prisma.sql`part`))
  if (isOuter) conditions.push(Prisma.sql`task.outer_due_on is not null`)
  if (state) conditions.push(Prisma.sql`subject.state = ${state}`)
  if (issuedFrom) conditions.push(Prisma.sql`${ISSUED_ON} >= ${issuedFrom}`)
  if (issuedTo) conditions.push(Prisma.sql`${ISSUED_ON} <= ${issuedTo}`)
  if (dueFrom) conditions.push(Prisma.sql`${clock.dueOn} >= ${dueFrom}::date`)
  if (dueTo) conditions.push(Prisma.sql`${clock.dueOn} <= ${dueTo}::date`)
  if (timeliness) conditions.push(isTimely(timeliness, { today, hour, dueSoonUntil: dueSoonUntil(today) }, clock))
  if (tracks) {
    // Of parts the period is asked where they are found. One that was closed without a report stands nowhere; its task does.
    const underWay = parts
      ? Prisma.sql`(part.settled_at is null or ${clock.dueOn} is null or ${clock.doneOn} is not null)`
      : openOrSettledWithin(clock.settledAt, filters)
    conditions.push(WAS_ISSUED, underWay)
  }
  // Beginning with the parts of the one holder: by itself the database walks past all tasks, comparing each with all of these.
  const tasks = parts
    ? Prisma.sql`${partsHeld({ ...parts, filters })} part
      cross join lateral (select * from task where task.id = part.root_id offset 0) task`
    : Prisma.sql`task`
  return Prisma.sql`from ${tasks}
    ${asksSubject ? Prisma.sql`join subject on subject.id = task.id and subject.kind = 'TASK'` : Prisma.empty}
    ${asksDirective ? Prisma.sql`join directive on directive.id = task.directive_id` : Prisma.empty}
    ${(asksDue || tracks) && !isOuter ? Prisma.sql`left join deadline on deadline.subject_id = ${parts ? Prisma.sql`part.id` : Prisma.sql`task.id`}` : Prisma.empty}
    where ${Prisma.join(conditions, ' and ')}`
}

/** As in the context of a task; a day as text, which compares as the day does. */
const ISSUED_ON = Prisma.sql`(subject.context ->> 'issuedOn') collate "C"`

function recordConditions(filters: TaskFilters, principals: Principal[], today: Day): Prisma.Sql[] {
  const { unit, unitPart, leader, inChargeOf, follower, urgency, field, sourceKind, symbol, group, series, q } = filters
  const conditions: Prisma.Sql[] = []
  if (unit && !unitPart) conditions.push(Prisma.sql`task.lead_unit_id = ${unit}::uuid`)
  if (unit && unitPart === 'any') conditions.push(hasPart(unit, principals))
  if (leader) conditions.push(Prisma.sql`task.directing_leader_id = ${leader}::uuid`)
  if (inChargeOf) conditions.push(Prisma.sql`task.lead_unit_id in (${unitsInCharge(inChargeOf, today)})`)
  if (follower) conditions.push(Prisma.sql`task.follower_id = ${follower}::uuid`)
  if (group) conditions.push(Prisma.sql`task.group_id = ${group}::uuid`)
  if (series) conditions.push(Prisma.sql`task.series_id = ${series}::uuid`)
  if (filters.watch) conditions.push(Prisma.sql`task.id in ${followedBy(principals)}`)
  if (filters.toldUp) conditions.push(Prisma.sql`task.id in (${toldUp(filters.toldUp, principals)})`)
  if (field) conditions.push(Prisma.sql`task.field = ${field}`)
  if (urgency) conditions.push(Prisma.sql`task.urgency = ${urgency}::urgency`)
  if (sourceKind) conditions.push(Prisma.sql`directive.source_kind = ${sourceKind}::source_kind`)
  if (symbol) conditions.push(Prisma.sql`directive.symbol ilike ${containing(symbol)}`)
  if (q) {
    const pattern = containing(foldVietnamese(q))
    conditions.push(Prisma.sql`(subject.search_text like ${pattern} or directive.search_text like ${pattern})`)
  }
  return conditions
}

/** The tasks with these words in their text or that of their source, found from the words, with diacritics or without. */
export function tasksWithWords(words: string): Prisma.Sql {
  const pattern = containing(foldVietnamese(words))
  return Prisma.sql`
    select subject.id from subject where subject.kind = 'TASK' and subject.search_text like ${pattern}
    union all
    select task.id from directive join task on task.directive_id = directive.id where directive.search_text like ${pattern}`
}

/** The units a leader is in charge of on the day. */
export function unitsInCharge(leaderId: string, today: Day): Prisma.Sql {
  return Prisma.sql`select charge.unit_id from charge where charge.leader_id = ${leaderId}::uuid and charge.unit_id is not null
    and charge.valid_from <= ${today}::date and (charge.valid_to is null or charge.valid_to >= ${today}::date)`
}

/** Found from the unit: its tasks are few among all. */
function hasPart(unitId: string, principals: Principal[]): Prisma.Sql {
  const supports = partsHeld({ clock: 'support', holder: Prisma.sql`= ${unitId}::uuid`, filters: {} })
  return Prisma.sql`task.id in (
    select led.id from task led where led.lead_unit_id = ${unitId}::uuid
    union all
    select held.root_id from ${supports} held where ${seesPart(principals, Prisma.sql`held`)}
  )`
}

/**
 * The tasks of which something is still owed by a day that a level was told is past. What is owed on a part the reader does not see
 * is not asked: a supporting unit does not learn by a filter that others are late.
 */
function toldUp(level: Level, principals: Principal[]): Prisma.Sql {
  return Prisma.sql`
    select item.root_id
    from work_item item
    join reminder on reminder.work_item_id = item.id and reminder.due_on = item.due_on and reminder.told
      and reminder.stage like ${`overdue:%:${level}`}
    join subject part on part.id = item.subject_id
    where item.settled_at is null and item.due_on is not null and item.kind not in ('ISSUE', 'FOLLOW')
      and ${seesPart(principals, Prisma.sql`part`)}`
}

/** Or else the database collects all that the reader sees, 200,000 tasks of the secretariat, for the first part it has to ask about. */
const ONE_BY_ONE = Prisma.sql`offset 0`

/**
 * The same rule as `sightOf` in workflows/audience, for one part: whoever sees the whole task sees it; a supporting unit
 * what lies under its own, and no filter tells it who else is there.
 */
export function seesPart(principals: Principal[], part: Prisma.Sql): Prisma.Sql {
  const mine = Prisma.sql`any(${[...principals]}::text[])`
  return Prisma.sql`(
    exists (select from participant whole where whole.subject_id = ${part}.root_id and whole.principal = ${mine}
      and whole.reason = any(${[...wholeSight]}::text[]) ${ONE_BY_ONE})
    or exists (
      with recursive line(id, parent_id) as (
        select member.id, member.parent_id from subject member where member.id = ${part}.id
        union all
        select above.id, above.parent_id from line join subject above on above.id = line.parent_id
      )
      select from line cross join lateral (
        select held.unit_id, held.person_id from assignment held where held.id = line.id offset 0) above
      where 'unit:' || above.unit_id = ${mine} or 'person:' || above.person_id = ${mine}
    )
  )`
}

/**
 * Whether a reader is in the audience of a task because of the duty they have: of a leader and of the secretariat every task of the
 * organ that is not restricted is open (`audienceOf` in workflows/audience). Those need not be looked up in the audience one by one.
 *
 * @param task a row with `restricted` and `organ_id`
 * @returns null for whoever has no such duty
 */
export function seesByDuty(principals: Principal[], task: Prisma.Sql): Prisma.Sql | null {
  const organs = principals.flatMap((principal) => /^duty:(.*):(?:LEADER|SECRETARIAT)$/.exec(principal)?.[1] ?? [])
  if (organs.length === 0) return null
  return Prisma.sql`(not ${task}.restricted and ${task}.organ_id = any(${organs}::uuid[]))`
}
