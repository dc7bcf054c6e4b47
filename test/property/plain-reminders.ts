import type { ReminderRule, Stage } from '#workflows/reminders/policy.ts'
import type { Tree } from '#workflows/tree.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import { daysAfter } from './random-record.ts'

/** How many days are worked after the first day, up to the last; none where the last is not later. */
export type WorkedBetween = (first: string, last: string) => number

/** Days nobody works in 2026 and at the turn of its years, written down: the law's, with those expected around Tết and in September. */
const OFF = [
  ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27', '2026-04-30'],
  ...['2026-05-01', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01'],
]

/** For days from December 2025 to January 2027, before the Tết of that year. */
export function countWorkedDays(): WorkedBetween {
  const upTo = new Map<string, number>()
  let count = 0
  for (let day = '2025-12-02'; day <= '2027-02-04'; day = daysAfter(day, 1)) {
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    if (!isWeekend && !OFF.includes(day)) count += 1
    upTo.set(day, count)
  }
  const before = (day: string): number => {
    const counted = upTo.get(day)
    if (counted === undefined) throw new Error(`${day} is not written down`)
    return counted
  }
  return (first, last) => (last > first ? before(last) - before(first) : 0)
}

/**
 * Who is told what, day by day: never asks on which day a stage comes, but counts on each day the working days that have passed
 * since, or are left. What began again after it was settled is told of anew.
 *
 * @param opened by `<root> <subject> <kind> <holder>`: the number of the opening, and its day
 */
export function tellPlainly(rule: ReminderRule, worked: WorkedBetween) {
  const told: string[] = []
  const over = new Set<string>()
  return {
    told,
    endDay(trees: Tree[], opened: ReadonlyMap<string, { number: number; on: string }>, today: string): void {
      for (const tree of trees) {
        const waiting = [...tree.nodes.values()].filter(
          (node) => node.kind === 'EXTENSION_REQUEST' && node.state === 'requested',
        )
        for (const { subjectId, kind, holder, dueOn } of obligationsOf(tree)) {
          if (!dueOn || ['ISSUE', 'FOLLOW'].includes(kind)) continue
          if (waiting.some(({ parentId }) => parentId === subjectId)) continue
          const { number, on: since } = opened.get(`${tree.rootId} ${subjectId} ${kind} ${holder}`)!
          const item = `${number} ${kind} ${holder} ${dueOn}`
          const come = rule.stages.filter((stage) => hasCome(stage, today, since, dueOn))
          const fresh = come.filter((stage) => !over.has(`${item} ${nameOf(stage)}`))
          for (const stage of fresh) over.add(`${item} ${nameOf(stage)}`)
          for (const whom of ['HOLDER', 'HEAD', 'LEADER', 'SECRETARIAT']) {
            const ofLevel = fresh.filter((stage) => (stage.kind === 'OVERDUE' ? stage.tells : 'HOLDER') === whom)
            const furthest = ofLevel.toSorted((one, other) => weight(one) - weight(other)).at(-1)
            if (!furthest || wasOver(furthest, since, dueOn)) continue
            // One who was overtaken by a day says nothing any more.
            if (fresh.some((stage) => cameLater(stage, furthest, today, since, dueOn))) continue
            told.push(`${today} ${item} ${nameOf(furthest)}`)
          }
        }
      }
    },
  }

  /** Whether one had come on a day, up to today, on which the other had come already since the day before. */
  function cameLater(one: Stage, other: Stage, today: string, since: string, dueOn: string): boolean {
    for (let day = today; hasCome(one, day, since, dueOn); day = daysAfter(day, -1)) {
      const before = daysAfter(day, -1)
      if (hasCome(other, before, since, dueOn) && !hasCome(one, before, since, dueOn)) return true
    }
    return false
  }

  function hasCome(stage: Stage, today: string, since: string, dueOn: string): boolean {
    if (stage.kind === 'BEFORE') return worked(today, daysAfter(dueOn, -1)) < stage.workingDays
    if (stage.kind === 'ON_DAY') return worked(today, dueOn) === 0
    return worked(since > dueOn ? since : dueOn, today) >= stage.workingDays
  }

  /** Work given so late has been told of by being given. */
  function wasOver(stage: Stage, since: string, dueOn: string): boolean {
    if (stage.kind === 'OVERDUE') return false
    return hasCome(stage, stage.kind === 'BEFORE' ? since : daysAfter(since, -1), since, dueOn)
  }
}

function nameOf(stage: Stage): string {
  if (stage.kind === 'ON_DAY') return 'onDay'
  return stage.kind === 'BEFORE' ? `before:${stage.workingDays}` : `overdue:${stage.workingDays}:${stage.tells}`
}

/** What is later, or tells somebody higher, weighs more. */
function weight(stage: Stage): number {
  if (stage.kind === 'BEFORE') return -stage.workingDays
  if (stage.kind === 'ON_DAY') return 0
  return stage.workingDays * 10 + ['HOLDER', 'HEAD', 'LEADER', 'SECRETARIAT'].indexOf(stage.tells)
}
