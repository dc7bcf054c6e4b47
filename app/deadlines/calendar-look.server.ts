import { type AdministratorAct, requireAdministrator } from '#app/organisation/administrator-act.ts'
import { officeDay } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { NotFound, Refused } from '#app/platform/errors.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { CalendarEdit } from './calendar-forms.ts'
import { faultsOf, FIRST_YEAR } from './check-calendar-edit.server.ts'
import { type AnnouncedRow, readAnnouncedDays } from './working-calendar.server.ts'

export interface LookedDay {
  day: Day
  change: 'added' | 'changed' | 'removed' | 'same'
  was: AnnouncedRow | null
  is: AnnouncedRow | null
}

/** A change of the calendar before it is carried out. */
export interface CalendarLook {
  edit: CalendarEdit
  days: LookedDay[]
}

/** What a change would do. @throws as `changeCalendar` */
export async function lookAtEdit({ by, at, edit }: AdministratorAct & { edit: CalendarEdit }): Promise<CalendarLook> {
  requireAdministrator(by, { act: 'changeCalendar' })
  const before = await readAnnouncedDays(db, by.organId, FIRST_YEAR)
  checkEdit(before, edit, officeDay(at))
  return { edit, days: daysIn(before, edit) }
}

/** @throws Refused with the first day that makes no sense; NotFound where a day to remove is not announced */
export function checkEdit(before: AnnouncedRow[], edit: CalendarEdit, today: Day): void {
  if (edit.removed.some((day) => !before.some((row) => row.day === day))) throw new NotFound()
  const [fault] = faultsOf(before, edit, today)
  if (fault) throw new Refused(fault.problem.code, fault.problem.values)
}

/** Each day that a change names, with what it was and what it is to be. */
export function daysIn(before: AnnouncedRow[], { put, removed }: CalendarEdit): LookedDay[] {
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
