import type { Actor } from '#workflows/actor.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { plan, planTask, type Plan } from '#workflows/plan.ts'
import { type TaskRecord, taskOf, type Tree, withNode } from '#workflows/tree.ts'
import { finalStates } from './cells.ts'
import { createDice, type Dice } from './dice.ts'
import { type Ask, foolishAsk, sensibleAsk, spoiledAsk } from './random-ask.ts'
import { hasPost, type Office, testId } from './random-office.ts'
import { daysAfter, randomRecord } from './random-record.ts'

/** One event of a sequence, and what the pure planner made of it. */
export type Happening = { today: Day; outcome: Plan } & (
  { kind: 'entering'; id: string; record: TaskRecord; actor: Actor } | { kind: 'asking'; ask: Ask; before: Tree }
)

const FIRST_DAY = '2026-11-23'

/**
 * Plays one sequence in an office: an event for each number. Each number decides who asks for what on which task; what is
 * sensible depends on how things stand, so half of the events and more are accepted.
 */
export function* walk(office: Office, numbers: number[], firstDay = FIRST_DAY): Generator<Happening> {
  const trees = new Map<string, Tree>()
  let today = firstDay
  let lastAssignment = 0
  for (const number of numbers) {
    const dice = createDice(number)
    if (dice.chance(0.15)) today = daysAfter(today, 1 + dice.below(3))
    const living = [...trees.values()].filter((tree) => !finalStates.includes(taskOf(tree).state))
    if (living.length === 0 || dice.chance(0.02)) {
      const entering = enter(dice, office, testId(6, trees.size + 1), today)
      yield entering
      if (entering.outcome.ok) trees.set(entering.id, entering.outcome.tree)
      continue
    }
    const before = dice.chance(0.18) ? dice.oneOf([...trees.values()]) : living.at(-1)!
    const ask = choose({ dice, office, tree: before, today })
    const outcome = outcomeOf(before, ask, today, () => testId(7, ++lastAssignment))
    yield { kind: 'asking', ask, before, today, outcome }
    if (outcome.ok) trees.set(before.rootId, outcome.tree)
  }
}

function enter(dice: Dice, office: Office, id: string, today: Day) {
  const entering = office.people.filter((person) => hasPost(person, 'SECRETARIAT') || hasPost(person, 'ASSISTANT'))
  const actor = dice.oneOf(dice.chance(0.9) ? entering : office.people)
  const sourceIsSigned = dice.chance(0.6)
  const record = randomRecord(dice, office, { enteredById: actor.personId, today, sourceIsSigned })
  return { kind: 'entering', id, record, actor, today, outcome: planTask({ id, record, actor }) } as const
}

function choose(asking: { dice: Dice; office: Office; tree: Tree; today: Day }): Ask {
  const mood = asking.dice.below(100)
  const chosen = mood < 62 ? sensibleAsk(asking) : mood < 74 ? spoiledAsk(asking) : null
  return chosen ?? foolishAsk(asking)
}

/** As `act` does it: an edited draft is judged as it was, and once more as it becomes. */
function outcomeOf(before: Tree, { actor, subjectId, event, amended }: Ask, today: Day, newId: () => string): Plan {
  const command = { actor, subjectId, event, today, newId }
  const first = plan(before, command)
  const node = before.nodes.get(subjectId)
  if (!first.ok || !amended || node?.kind !== 'TASK') return first
  return plan(withNode(before, { ...node, record: amended }), command)
}
