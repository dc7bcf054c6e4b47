import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { DueRule } from '#workflows/calendar/due-rule.ts'
import type { DerivedRun } from './derivation-runs.ts'

export interface Doer {
  actor: string
  actingFor: string | null
}

/** The event from which a due day counts. */
export interface DueDayStart {
  event: 'issued' | 'given' | 'dataClose'
  on: Day
  /** Null where it comes by itself. */
  by: Doer | null
}

/** A rule with every day it looked at. */
export interface CountedDays {
  rule: DueRule
  from: Day
  /** Where hours are counted. */
  fromHour: Hour | null
  runs: DerivedRun[]
}

/** A time work stood still. */
export interface Suspended {
  suspendedOn: Day
  resumedOn: Day
  /** How many days the due day was put off by for it; null where it was not by all of them. */
  days: number | null
  working: boolean
}

export interface DueDayChange {
  from: Day | null
  to: Day | null
  /** Of each the hour, where one of them has one. */
  hours?: { from: Hour | null; to: Hour | null }
  /** The event of its step; null, with no day and nobody's name, where the reader sees nothing of it. */
  event: string | null
  on: Day | null
  by: Doer | null
  suspended: Suspended | null
  /** Where the rule, by the calendar of today, comes to the day it was changed to. */
  counted: CountedDays | null
}

/** How a due day came about, from its event to the day it has now. */
export interface DueDayHistory {
  subjectId: string
  start: DueDayStart
  /** The first day as the rule counts it; null where it was said, or counted by a calendar that is another today. */
  counted: CountedDays | null
  /** The rule, where the calendar of today no longer comes to the first day by it. */
  rule: Omit<CountedDays, 'runs'> | null
  /** The first day where it was not counted. */
  set: DerivedRun[]
  /** A part due with its task. */
  withTask: boolean
  changes: DueDayChange[]
  dueOn: Day
  dueHour: Hour | null
}
