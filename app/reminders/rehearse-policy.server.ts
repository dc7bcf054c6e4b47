import { setImmediate } from 'node:timers/promises'
import { readWorkingCalendar } from '#app/deadlines/working-calendar.server.ts'
import { db } from '#app/platform/db.server.ts'
import { OFFICE_ZONE } from '#app/platform/office-zone.ts'
import { type Day, daysAfter } from '#workflows/calendar/day.ts'
import {
  type Level,
  levels,
  type RemindedWork,
  ruleFor,
  type Stage,
  type Urgency,
} from '#workflows/reminders/policy.ts'
import { type PastItem, wouldHaveTold } from '#workflows/reminders/rehearse.ts'
import type { PolicyVersion } from './policies.server.ts'

/** Obligations that went alike. */
interface PastItems extends PastItem {
  work: RemindedWork
  urgency: Urgency
  count: number
}

/** What would have been told of one kind of work, and how much of it there was. */
export interface Rehearsed {
  work: RemindedWork
  /** Obligations with a due day that were open in the period. */
  items: number
  before: number
  onDay: number
  overdue: Record<Level, number>
}

/** So few that other requests are answered between. */
const AT_ONE_GO = 1000

/**
 * A policy tried on what happened from a day to another, by kind of work. Due days count as they were last set, and requests for
 * more time as if nobody had waited for them: what is shown is how much would be told, not each telling.
 */
export async function rehearsePolicy(
  { organId, policy }: PolicyVersion,
  { from, to }: { from: Day; to: Day },
): Promise<Rehearsed[]> {
  const [calendar, past] = await Promise.all([readWorkingCalendar(db, organId, daysAfter(from, -400)), pastItems()])
  const rehearsed = new Map<RemindedWork, Rehearsed>()
  for (const [index, item] of past.entries()) {
    if (index % AT_ONE_GO === 0) await setImmediate()
    const rule = ruleFor(policy, item)
    const of = rehearsed.get(item.work) ?? nothingOf(item.work)
    rehearsed.set(item.work, of)
    of.items += item.count
    for (const stage of rule ? wouldHaveTold(rule, item, { from, to, calendar }) : []) add(of, stage, item.count)
  }
  return [...rehearsed.values()].toSorted((one, other) => other.items - one.items)

  function pastItems(): Promise<PastItems[]> {
    return db.$queryRaw<PastItems[]>`
      select item.kind::text as work, task.urgency::text as urgency, item.due_on::text as "dueOn",
        (item.opened_at at time zone ${OFFICE_ZONE}::text)::date::text as "openedOn",
        (item.settled_at at time zone ${OFFICE_ZONE}::text)::date::text as "settledOn", count(*)::int as count
      from work_item item
      join task on task.id = item.root_id
      join subject root on root.id = item.root_id
      where root.organ_id = ${organId}::uuid and item.due_on is not null and item.kind not in ('ISSUE', 'FOLLOW')
        and item.opened_at < (${to}::date + 1)::timestamp at time zone ${OFFICE_ZONE}::text
        and (item.settled_at is null or item.settled_at >= ${from}::date::timestamp at time zone ${OFFICE_ZONE}::text)
      group by 1, 2, 3, 4, 5`
  }
}

function nothingOf(work: RemindedWork): Rehearsed {
  const overdue = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>
  return { work, items: 0, before: 0, onDay: 0, overdue }
}

function add(of: Rehearsed, stage: Stage, count: number): void {
  if (stage.kind === 'BEFORE') of.before += count
  else if (stage.kind === 'ON_DAY') of.onDay += count
  else of.overdue[stage.tells] += count
}
