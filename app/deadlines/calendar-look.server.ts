import { hash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db, type Transaction } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { DueRule } from '#workflows/calendar/due-rule.ts'
import { type CalendarEdit, calendarEditSchema, edited } from './calendar-forms.ts'
import { faultsOf, FIRST_YEAR } from './check-calendar-edit.server.ts'
import { type DaysThatFollow, daysThatFollow } from './days-that-follow.ts'
import { type MovingDueDay, movingDueDays } from './moving-due-days.server.ts'
import { type AnnouncedRow, calendarOf, readAnnouncedDays, yearOf } from './working-calendar.server.ts'

export interface LookedDay {
  day: Day
  change: 'added' | 'changed' | 'removed' | 'same'
  was: AnnouncedRow | null
  is: AnnouncedRow | null
}

/** Due days that move alike: counted by one rule from one day. How many they are, not which: an administrator reads no tasks. */
export interface MovingGroup {
  rule: DueRule
  startOn: Day
  from: Day
  to: Day
  tasks: number
}

/** A change of the calendar before it is carried out. */
export interface CalendarLook {
  edit: CalendarEdit
  days: LookedDay[]
  follow: DaysThatFollow
  moving: MovingGroup[]
  /** How many due days move. */
  total: number
  /** What was looked at: only that is carried out. */
  seen: string
  /** The approval that follows this look is carried out once, however often it is sent. */
  requestKey: string
}

/** A change held against the calendar and the due days as they are. */
export interface WeighedEdit {
  days: LookedDay[]
  follow: DaysThatFollow
  due: MovingDueDay[]
  seen: string
}

/** What a change would do. @throws as `changeCalendar` */
export async function lookAtEdit(act: AdministratorAct & { edit: CalendarEdit }): Promise<CalendarLook> {
  requireAdministrator(act.by, { act: 'changeCalendar' })
  const { days, follow, due, seen } = await weigh(db, act)
  return { edit: act.edit, days, follow, moving: groupsOf(due), total: due.length, seen, requestKey: newId() }
}

/** @throws Refused with the first day that makes no sense; NotFound where a day to remove is not announced */
export async function weigh(
  tx: Transaction,
  { by: { organId }, at, edit }: AdministratorAct & { edit: CalendarEdit },
): Promise<WeighedEdit> {
  const today = officeDay(at)
  const before = await readAnnouncedDays(tx, organId, FIRST_YEAR)
  if (edit.removed.some((day) => !before.some((row) => row.day === day))) throw new NotFound()
  const [fault] = faultsOf(before, edit, today)
  if (fault) throw new Refused(fault.problem.code, fault.problem.values)
  const after = edited(before, edit)
  const due = await movingDueDays(tx, { organId, announced: after, today })
  const moves = due.map(({ taskId, from, to }) => [taskId, from, to])
  // The parse puts the same change into the same words, whichever page it comes from.
  const seen = hash('sha256', JSON.stringify({ edit: calendarEditSchema.parse(edit), moves }))
  const named = new Set([...edit.removed, ...edit.put.map(({ day }) => day)])
  const firstYear = Math.min(...[...named].map(yearOf))
  const follow = daysThatFollow(calendarOf(firstYear, before), calendarOf(firstYear, after), named)
  return { days: daysIn(before, edit), follow, due, seen }
}

/** Each day that a change names, with what it was and what it is to be. */
function daysIn(before: AnnouncedRow[], { put, removed }: CalendarEdit): LookedDay[] {
  const known = new Map(before.map((row) => [row.day, row]))
  return [
    ...put.map((is): LookedDay => {
      const was = known.get(is.day) ?? null
      return { day: is.day, change: !was ? 'added' : isSame(was, is) ? 'same' : 'changed', was, is }
    }),
    ...removed.map((day): LookedDay => ({ day, change: 'removed', was: known.get(day) ?? null, is: null })),
  ]
}

function isSame(one: AnnouncedRow, other: AnnouncedRow): boolean {
  return one.kind === other.kind && one.source === other.source && one.holiday === other.holiday
}

function groupsOf(due: MovingDueDay[]): MovingGroup[] {
  const alike = Map.groupBy(due, ({ rule, startOn, from, to }) => JSON.stringify([rule, startOn, from, to]))
  return [...alike.values()].map((group) => {
    const { rule, startOn, from, to } = group[0]!
    return { rule, startOn, from, to, tasks: group.length }
  })
}
