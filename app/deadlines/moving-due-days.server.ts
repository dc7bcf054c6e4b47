import type { Transaction } from '#app/platform/db.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { type DueRule, dueDayOf, dueRuleSchema } from '#workflows/calendar/due-rule.ts'
import type { WorkingCalendar } from '#workflows/calendar/working-calendar.ts'
import { type AnnouncedRow, calendarOf, yearOf } from './working-calendar.server.ts'

/** A due day that a calendar puts elsewhere. */
export interface MovingDueDay {
  taskId: string
  rule: DueRule
  /** The day of issue, from which it counts. */
  startOn: Day
  from: Day
  to: Day
}

interface CountedTask extends Omit<MovingDueDay, 'rule' | 'to'> {
  rule: unknown
  outerDueOn: Day | null
}

/**
 * The due days of an organ that by this calendar would be others. Fixed days and ends of months come out as they are. Nobody becomes
 * late by the calendar alone: no day is put before today. Nor does one pass the outside assigner's.
 */
export async function movingDueDays(
  tx: Transaction,
  { organId, announced, today }: { organId: string; announced: AnnouncedRow[]; today: Day },
): Promise<MovingDueDay[]> {
  const calendarFrom = remembered((year: number) => calendarOf(year, announced))
  const tasks = await readCountedTasks(tx, organId)
  return tasks.flatMap(({ outerDueOn, ...task }) => {
    const rule = dueRuleSchema.parse(task.rule)
    // Hours run on over days off.
    if (rule.kind === 'HOURS') return []
    const counted = dueDayOf(rule, task.startOn, calendarFrom(yearOf(task.startOn)))
    if (!counted) return []
    const to = within({ counted, from: task.from, today, outerDueOn })
    return to === task.from ? [] : [{ ...task, rule, to }]
  })
}

function within({
  counted,
  from,
  today,
  outerDueOn,
}: {
  counted: Day
  from: Day
  today: Day
  outerDueOn: Day | null
}): Day {
  if (counted > from) return outerDueOn && counted > outerDueOn ? later(from, outerDueOn) : counted
  return later(counted, from < today ? from : today)
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/**
 * Open tasks whose due day is still the one their rule gave: a day that was agreed since the task was issued (changed, extended, put
 * off by a suspension) was set by somebody, and stands in what changed.
 */
function readCountedTasks(tx: Transaction, organId: string): Promise<CountedTask[]> {
  return tx.$queryRaw<CountedTask[]>`
    select task.id as "taskId", task.due_rule as rule, deadline.start_on::text as "startOn", deadline.due_on::text as "from",
      task.outer_due_on::text as "outerDueOn"
    from task
    join subject root on root.id = task.id
    join deadline on deadline.subject_id = task.id
    where root.organ_id = ${organId}::uuid and root.settled_at is null
      and root.state in ('assigned', 'inProgress', 'returned', 'suspended')
      and task.due_rule is not null and deadline.start_on is not null
      and not exists (
        select from step
        where step.root_id = task.id and (step.payload -> 'changed') is not null and step.event <> 'calendarChanged'
          and step.payload -> 'changed' @> jsonb_build_array(jsonb_build_object('subjectId', task.id, 'field', 'dueOn'))
          and step.number > (select max(issued.number) from step issued where issued.root_id = task.id and issued.event = 'issue')
      )
    order by deadline.due_on, task.id`
}

function remembered(make: (year: number) => WorkingCalendar): (year: number) => WorkingCalendar {
  const known = new Map<number, WorkingCalendar>()
  return (year) => {
    const calendar = known.get(year) ?? make(year)
    known.set(year, calendar)
    return calendar
  }
}
