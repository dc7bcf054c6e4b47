import { type Day, daysAfter } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { workedOrBefore, workingDaysAfter, workingDaysBefore } from '../calendar/working-days.ts'
import { levelOf, levels, reachOf, type ReminderRule, type Stage, stageKey, stageOf } from './policy.ts'

/** An open obligation that has a day. */
export interface RemindedItem {
  dueOn: Day
  /** The day it became the holder's to do. */
  openedOn: Day
}

/** What is to be told of an item today. */
export interface DueStages {
  /** What has come last: of the stages of one day, one for each level they tell. */
  tell: Stage[]
  /** Come as well and never told: overtaken by a later one, or from before the item was anybody's. Told no more. */
  passedOver: Stage[]
}

/**
 * Which stages of an item are to be told by today, given the keys of those that were told or passed over before. However long nobody
 * looked, each level is told at most one thing: who hears that work is five days late need not hear that it was due. What stood in
 * an earlier policy counts as told: a changed threshold tells nobody again.
 */
export function dueStages(
  rule: ReminderRule,
  item: RemindedItem,
  { told, today, calendar }: { told: ReadonlySet<string>; today: Day; calendar: WorkingCalendar },
): DueStages {
  const reached = reachedBefore(rule, told)
  const come = rule.stages
    .map((stage) => ({ stage, on: stageDay(stage, item, calendar) }))
    .filter(({ stage, on }) => on <= today && !told.has(stageKey(stage)))
  const lastDay = come
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  const fresh = come
    .filter(({ stage, on }) => on === lastDay && reachOf(stage) > reached && !isOverBeforeItBegan(stage, on, item))
    .map(({ stage }) => stage)
  const tell = levels.flatMap((level) => furthestOf(fresh.filter((stage) => levelOf(stage) === level)))
  return { tell, passedOver: come.map(({ stage }) => stage).filter((stage) => !tell.includes(stage)) }
}

/** How far an earlier policy had come with an item. */
function reachedBefore({ stages }: ReminderRule, told: ReadonlySet<string>): number {
  const current = new Set(stages.map(stageKey))
  return Math.max(-Infinity, ...[...told].filter((key) => !current.has(key)).map((key) => reachOf(stageOf(key))))
}

function furthestOf(stages: Stage[]): Stage[] {
  return stages.toSorted((one, other) => order(one) - order(other)).slice(-1)
}

/**
 * The working day on which a stage comes. What was given, or came back, after its due day is late only by the days that nothing
 * happened since: nobody's superior is told the day they get it.
 */
export function stageDay(stage: Stage, { dueOn, openedOn }: RemindedItem, calendar: WorkingCalendar): Day {
  const from = stage.kind === 'OVERDUE' && openedOn > dueOn ? openedOn : dueOn
  const days = daysCounted.get(calendar) ?? new Map<string, Day>()
  daysCounted.set(calendar, days)
  const key = `${from} ${stage.kind} ${stage.kind === 'ON_DAY' ? 0 : stage.workingDays}`
  const counted = days.get(key) ?? countStageDay(stage, from, calendar)
  days.set(key, counted)
  return counted
}

/** A sweep, and a rehearsal still more, asks for few days of very many items. */
const daysCounted = new WeakMap<WorkingCalendar, Map<string, Day>>()

function countStageDay(stage: Stage, from: Day, calendar: WorkingCalendar): Day {
  switch (stage.kind) {
    case 'BEFORE':
      return workingDaysBefore(calendar, from, stage.workingDays)
    case 'ON_DAY':
      return workedOrBefore(calendar, from)
    case 'OVERDUE':
      return workingDaysAfter(calendar, from, stage.workingDays)
  }
}

/** Whoever is given work three days before its day has been told of it by being given it. */
function isOverBeforeItBegan(stage: Stage, on: Day, { openedOn }: RemindedItem): boolean {
  return stage.kind === 'BEFORE' ? on <= openedOn : stage.kind === 'ON_DAY' && on < openedOn
}

const KINDS = ['BEFORE', 'ON_DAY', 'OVERDUE'] as const

/** Of stages that come on one day the one that says more goes last. */
function order(stage: Stage): number {
  return KINDS.indexOf(stage.kind) * levels.length + levels.indexOf(levelOf(stage))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The stage that is the furthest come for what is due after a day and up to another, if it was opened before it was due. */
export interface FurthestStage {
  stage: Stage
  /** Null for the earliest days there are. */
  dueAfter: Day | null
  dueUntil: Day
}

/** Which stage has come by today, by due day; what is due later than any of these days has nothing to tell yet. */
export function furthestStages({ stages }: ReminderRule, today: Day, calendar: WorkingCalendar): FurthestStage[] {
  const reached = stages
    .toSorted((one, other) => order(one) - order(other))
    .map((stage) => ({ stage, dueUntil: lastDueDayOf(stage, today, calendar) }))
    .toSorted((one, other) => compare(other.dueUntil, one.dueUntil))
  return reached
    .map(({ stage, dueUntil }, index) => ({ stage, dueAfter: reached[index + 1]?.dueUntil ?? null, dueUntil }))
    .filter(({ dueAfter, dueUntil }) => dueAfter !== dueUntil)
}

/** Farther ahead than the longest stage and any holidays between. */
const DAYS_AHEAD = 90

function lastDueDayOf(stage: Stage, today: Day, calendar: WorkingCalendar): Day {
  let dueOn = daysAfter(today, DAYS_AHEAD)
  while (stageDay(stage, { dueOn, openedOn: dueOn }, calendar) > today) dueOn = daysAfter(dueOn, -1)
  return dueOn
}
