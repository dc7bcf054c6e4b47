import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { planCalendarChange, planHandOver, planPeriod } from '#workflows/orders.ts'
import { plan, planTask, type Plan } from '#workflows/plan.ts'
import type { Succession } from '#workflows/succession.ts'
import { type TaskRecord, taskOf, type Tree, withNode } from '#workflows/tree.ts'
import { settledStates } from './cells.ts'
import { createDice, type Dice } from './dice.ts'
import { type Ask, foolishAsk, sensibleAsk, spoiledAsk } from './random-ask.ts'
import { hasPost, type Office, testId } from './random-office.ts'
import { daysAfter, inOrderOfUnits, randomRecord } from './random-record.ts'
import { randomSuccession } from './random-succession.ts'

/** One event of a sequence, and what the pure planner made of it. */
export type Happening = { today: Day; outcome: Plan } & (
  | { kind: 'entering'; id: string; record: TaskRecord; actor: Actor }
  | { kind: 'asking'; ask: Ask; before: Tree }
  | { kind: 'opening'; id: string; record: TaskRecord; actor: Actor }
  | { kind: 'handingOver'; before: Tree; succession: Succession; actor: Actor }
  | { kind: 'recounting'; before: Tree; from: Day; dueOn: Day; actor: Actor }
)

const FIRST_DAY = '2026-11-23'
/** Of a hundred asks these many are sensible, those up to the second number sensible but for one thing; the rest are foolish. */
const SENSIBLE = 50
const SPOILED = 58

/**
 * Plays one sequence in an office: an event for each number. Each number decides who asks for what on which task; what is
 * sensible depends on how things stand, so half of the events and more are accepted.
 */
export function* walk(
  office: Office,
  numbers: number[],
  { firstDay = FIRST_DAY, withPeriods = true }: { firstDay?: Day; withPeriods?: boolean } = {},
): Generator<Happening> {
  const trees = new Map<string, Tree>()
  let today = firstDay
  let lastBegun = 0
  for (const number of numbers) {
    const dice = createDice(number)
    if (dice.chance(0.25)) today = daysAfter(today, 1 + dice.below(4))
    const living = [...trees.values()].filter((tree) => !settledStates.TASK.includes(taskOf(tree).state))
    const nextId = () => testId(7, ++lastBegun)
    if (living.length === 0 || dice.chance(0.02)) {
      const id = testId(6, trees.size + 1)
      const entering =
        withPeriods && dice.chance(0.1) ? open(dice, office, { id, today, nextId }) : enter(dice, office, id, today)
      yield entering
      if (entering.outcome.ok) trees.set(entering.id, asRestored(entering.outcome.tree))
      continue
    }
    if (dice.chance(0.06)) {
      if (dice.chance(0.4)) {
        const recounting = recount(dice, office, { before: dice.oneOf(countedAmong(living)), today, nextId })
        yield recounting
        if (recounting.outcome.ok) trees.set(recounting.before.rootId, asRestored(recounting.outcome.tree))
        continue
      }
      const before = dice.oneOf([...trees.values()])
      const handingOver = handOver(dice, office, { before, today, nextId })
      yield handingOver
      if (handingOver.outcome.ok) trees.set(before.rootId, asRestored(handingOver.outcome.tree))
      continue
    }
    const mood = dice.below(100)
    const before = chooseTree(dice, [...trees.values()], { isFoolish: mood >= SPOILED, newest: living.at(-1)! })
    const asking = { dice, office, tree: before, today }
    const ask =
      (mood < SENSIBLE ? sensibleAsk(asking) : mood < SPOILED ? spoiledAsk(asking) : null) ?? foolishAsk(asking)
    const outcome = outcomeOf(before, ask, today, nextId)
    yield { kind: 'asking', ask, before, today, outcome }
    if (outcome.ok) trees.set(before.rootId, asRestored(outcome.tree))
  }
}

function enter(dice: Dice, office: Office, id: string, today: Day) {
  const entering = office.people.filter((person) => hasPost(person, 'SECRETARIAT') || hasPost(person, 'ASSISTANT'))
  const actor = dice.oneOf(dice.chance(0.9) ? entering : office.people)
  const sourceIsSigned = dice.chance(0.6)
  const kept = { enteredById: actor.personId, sourceIsSigned, isFromOutside: dice.chance(0.35), extensions: 0 }
  const record = randomRecord(dice, office, { ...kept, today })
  return { kind: 'entering', id, record, actor, today, outcome: planTask({ id, record, actor }) } as const
}

interface Ordering {
  today: Day
  nextId: () => string
}

/** The task of a period, which the series' order has opened; who gave the order may have left since. */
function open(dice: Dice, office: Office, { id, today, nextId }: Ordering & { id: string }) {
  const actor = dice.oneOf(office.people)
  const kept = { enteredById: actor.personId, sourceIsSigned: true, isFromOutside: false, extensions: 0 }
  const entered = randomRecord(dice, office, { ...kept, today })
  const supporters = inOrderOfUnits(entered.supporters)
  const record = { ...entered, supporters, restricted: false, namedPersonIds: [], namedHeadIds: [] }
  const order = { actor, postId: testId(4, 0), onBehalfOfId: null, today, newId: nextId }
  const outcome = planPeriod({ id, record, seriesId: testId(8, 1), period: '2026-11' }, order)
  return { kind: 'opening', id, record, actor, today, outcome } as const
}

/** Ordered by whoever keeps the organisation, who sees nothing of the task. */
function handOver(dice: Dice, office: Office, { before, today, nextId }: Ordering & { before: Tree }) {
  const actor = office.people.find((person) => hasPost(person, 'ADMIN'))!
  const postId = actor.posts.find(({ role }) => role === 'ADMIN')!.id
  const succession = randomSuccession(dice, office, before)
  const order = { actor, postId, onBehalfOfId: null, today, newId: nextId }
  const outcome = planHandOver(before, { documentSymbol: '21/QĐ-UBDT', documentOn: today, succession }, order)
  return { kind: 'handingOver', before, succession, actor, today, outcome } as const
}

/** Mostly those whose days run: of a draft or of a result that waits nothing is counted. */
function countedAmong(trees: Tree[]): Tree[] {
  const counted = trees.filter((tree) => !['draft', 'awaitingAcceptance'].includes(taskOf(tree).state))
  return counted.length > 0 ? counted : trees
}

/** Ordered by whoever keeps the calendar; sometimes of a day that was changed meanwhile. */
function recount(dice: Dice, office: Office, { before, today, nextId }: Ordering & { before: Tree }) {
  const actor = office.people.find((person) => hasPost(person, 'ADMIN'))!
  const postId = actor.posts.find(({ role }) => role === 'ADMIN')!.id
  const from = dice.chance(0.9) ? (taskOf(before).record.dueOn ?? today) : daysAfter(today, 400)
  const dueOn = daysAfter(from, dice.chance(0.5) ? 1 + dice.below(3) : -1 - dice.below(3))
  const order = { actor, postId, onBehalfOfId: null, today, newId: nextId }
  const outcome = planCalendarChange(before, { from, dueOn, source: 'Thông báo 9/TB-BNV' }, order)
  return { kind: 'recounting', before, from, dueOn, actor, today, outcome } as const
}

/** As the next event finds the task: supporters are kept by unit, in whatever order they were named. */
export function asRestored(tree: Tree): Tree {
  const task = taskOf(tree)
  const supporters = inOrderOfUnits(task.record.supporters)
  return withNode(tree, { ...task, record: { ...task.record, supporters } })
}

/** Mostly the task that is under way. Foolish asks go to one in any state, as often in those that are seldom reached. */
function chooseTree(dice: Dice, trees: Tree[], { isFoolish, newest }: { isFoolish: boolean; newest: Tree }): Tree {
  if (!isFoolish) return dice.chance(0.18) ? dice.oneOf(trees) : newest
  return dice.oneOf(dice.oneOf([...Map.groupBy(trees, (tree) => taskOf(tree).state).values()]))
}

/** As `act` does it: an edited draft is judged as it was, and once more as it becomes. */
function outcomeOf(before: Tree, { actor, subjectId, event, amended }: Ask, today: Day, newId: () => string): Plan {
  const command = { actor, subjectId, event, today, newId }
  const first = plan(before, command)
  const node = before.nodes.get(subjectId)
  if (!first.ok || !amended || node?.kind !== 'TASK') return first
  return plan(withNode(before, { ...node, record: amended }), command)
}
