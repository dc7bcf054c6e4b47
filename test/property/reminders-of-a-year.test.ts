/**
 * A year of an office at random, with the sweep of reminders at the end of each day, twice. What it tells is held against a plain
 * count of days that knows neither the stages' days nor their order. `LONG=1` lives 2,000 tasks; otherwise a part of them.
 */
import { describe, expect, it } from 'vitest'
import { calendarByLaw } from '#app/deadlines/working-calendar.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import { remindedObligations } from '#workflows/reminders/items.ts'
import type { ReminderRule } from '#workflows/reminders/policy.ts'
import { stageKey } from '#workflows/reminders/policy.ts'
import { dueStages } from '#workflows/reminders/stages.ts'
import type { Tree } from '#workflows/tree.ts'
import { createDice } from './dice.ts'
import { countWorkedDays, tellPlainly } from './plain-reminders.ts'
import { randomOffice } from './random-office.ts'
import { daysAfter } from './random-record.ts'
import { walk } from './walk.ts'

const isLong = process.env.LONG === '1'
const TASKS = isLong ? 2_000 : 250
const YEAR = 2026
const LAST_DAY = `${YEAR}-12-31`
const calendar = calendarByLaw(`${YEAR}-01-01`)

const rule: ReminderRule = {
  work: ['RECEIVE', 'PROCESS', 'SUPPORT', 'REVIEW', 'ACCEPT', 'RESOLVE', 'DECIDE'],
  urgencies: ['NORMAL'],
  stages: [
    { kind: 'BEFORE', workingDays: 5 },
    { kind: 'BEFORE', workingDays: 1 },
    { kind: 'ON_DAY' },
    { kind: 'OVERDUE', workingDays: 1, tells: 'HOLDER' },
    { kind: 'OVERDUE', workingDays: 3, tells: 'HEAD' },
    { kind: 'OVERDUE', workingDays: 3, tells: 'LEADER' },
    { kind: 'OVERDUE', workingDays: 10, tells: 'SECRETARIAT' },
  ],
}

describe('the reminders of a year', () => {
  it('are those a plain count of days gives, each once', { timeout: 10 * 60_000 }, () => {
    const counts = { tasks: 0, told: 0, levels: 0 }
    for (let number = 1; counts.tasks < TASKS; number += 1) {
      const told = liveThrough(number, counts)
      expect(told.swept, `walk ${number}`).toEqual(told.plainly)
      expect(new Set(told.swept).size, `walk ${number}`).toBe(told.swept.length)
      counts.told += told.swept.length
      counts.levels += told.swept.filter((line) => /overdue:\d+:(HEAD|LEADER|SECRETARIAT)/.test(line)).length
    }
    console.log(`${counts.tasks} tasks: ${counts.told} tellings, ${counts.levels} of them up the line`)
    expect(counts.levels).toBeGreaterThan(TASKS / 10)
  })
})

/** Both lists, of lines "day opening KIND holder due day stage", in the order they were told. */
function liveThrough(number: number, counts: { tasks: number }): { swept: string[]; plainly: string[] } {
  const dice = createDice(number)
  const office = randomOffice(dice)
  const numbers = Array.from({ length: 30 + dice.below(30) }, () => dice.below(0x7fffffff))
  const trees = new Map<string, Tree>()
  const opened = new Map<string, Opening>()
  const sweeper = createSweeper()
  const plain = tellPlainly(rule, countWorkedDays())
  let today = daysAfter(`${YEAR}-01-01`, dice.below(330))
  const endDay = (): void => {
    for (let run = 0; run < 2; run += 1) sweeper.sweep([...trees.values()], opened, today)
    plain.endDay([...trees.values()], opened, today)
    today = daysAfter(today, 1)
  }
  for (const happening of walk(office, numbers, { firstDay: today })) {
    while (today < happening.today) endDay()
    if (!happening.outcome.ok) continue
    const { tree } = happening.outcome
    if (!trees.has(tree.rootId)) counts.tasks += 1
    trees.set(tree.rootId, tree)
    note(opened, tree, today)
  }
  while (today <= LAST_DAY) endDay()
  return { swept: sweeper.told, plainly: plain.told }
}

/** One row of work items: what was settled and is owed again is another. */
interface Opening {
  number: number
  on: Day
}

let openings = 0

/** As the rows of work items keep it: since when each obligation is open. */
function note(opened: Map<string, Opening>, tree: Tree, today: Day): void {
  const owed = new Set(obligationsOf(tree).map(keyOf))
  for (const key of [...opened.keys()]) if (key.startsWith(tree.rootId) && !owed.has(key)) opened.delete(key)
  for (const key of owed) if (!opened.has(key)) opened.set(key, { number: (openings += 1), on: today })

  function keyOf({ subjectId, kind, holder }: { subjectId: string; kind: string; holder: string }): string {
    return `${tree.rootId} ${subjectId} ${kind} ${holder}`
  }
}

/** The pure part of the real sweep, with what it has told kept as its table keeps it. */
function createSweeper() {
  const told: string[] = []
  const kept = new Map<string, Set<string>>()
  return {
    told,
    sweep(trees: Tree[], opened: ReadonlyMap<string, Opening>, today: Day): void {
      for (const tree of trees) {
        for (const { subjectId, kind, holder, dueOn } of remindedObligations(tree)) {
          const { number, on: openedOn } = opened.get(`${tree.rootId} ${subjectId} ${kind} ${holder}`)!
          const key = `${number} ${kind} ${holder} ${dueOn}`
          const stages = kept.get(key) ?? new Set()
          const { tell, passedOver } = dueStages(rule, { dueOn, openedOn }, { told: stages, today, calendar })
          for (const stage of [...passedOver, ...tell]) stages.add(stageKey(stage))
          kept.set(key, stages)
          for (const stage of tell) told.push(`${today} ${key} ${stageKey(stage)}`)
        }
      }
    },
  }
}
