import { countWorkedDays, tellPlainly } from '#test/property/plain-reminders.ts'
import type { Day } from '#workflows/calendar/day.ts'
import { obligationsOf } from '#workflows/obligations.ts'
import type { ReminderRule } from '#workflows/reminders/policy.ts'
import type { Tree } from '#workflows/tree.ts'

/** What people must have been told in the end, counted beside the product from the acts that were answered. */
export interface ExpectedTellings {
  /** Takes down how a task stands after somebody's act on it. */
  note(tree: Tree, done: { act: string; personId: string; today: Day }): void
  endDay(today: Day): void
  /** Lines "day subject KIND holder due day stage". */
  reminders(): string[]
  /** Lines "person task", one for each act by which the person came to owe something. */
  owedByActs(): string[]
}

/** Acts whose notices tell who owes something by them, and the kinds of these notices. */
const HANDING_ON = [
  'issue',
  'addSupporters',
  'delegate',
  'report',
  'sendBack',
  'giveBack',
  'insist',
  'requestExtension',
]
export const KINDS_OF_OWING = ['assigned', 'reported', 'sentBack', 'returned', 'extensionRequested']

interface Known {
  ruleFor: (rootId: string) => ReminderRule
  /** The people a holder of work stands for. */
  behind: (holder: string) => string[]
}

export function expectTellings({ ruleFor, behind }: Known): ExpectedTellings {
  const worked = countWorkedDays()
  const byRule = new Map<ReminderRule, { plain: ReturnType<typeof tellPlainly>; trees: Map<string, Tree> }>()
  const opened = new Map<string, { number: number; on: Day }>()
  const subjects: string[] = []
  const owed: string[] = []

  return {
    note(tree, { act, personId: doer, today }) {
      treesUnder(ruleFor(tree.rootId)).set(tree.rootId, tree)
      const fresh = noteOpenings(tree, today)
      if (!HANDING_ON.includes(act)) return
      const told = new Set(fresh.flatMap(behind))
      told.delete(doer)
      for (const personId of told) owed.push(`${personId} ${tree.rootId}`)
    },
    endDay(today) {
      for (const { plain, trees } of byRule.values()) plain.endDay([...trees.values()], opened, today)
    },
    reminders: () => [...byRule.values()].flatMap(({ plain }) => plain.told.map(withSubject)).toSorted(),
    owedByActs: () => owed.toSorted(),
  }

  function treesUnder(rule: ReminderRule): Map<string, Tree> {
    const known = byRule.get(rule) ?? { plain: tellPlainly(rule, worked), trees: new Map<string, Tree>() }
    byRule.set(rule, known)
    return known.trees
  }

  /** What is owed and was not before is a new opening. @returns who came to owe it */
  function noteOpenings(tree: Tree, today: Day): string[] {
    const owedNow = new Map(
      obligationsOf(tree).map((each) => [`${tree.rootId} ${each.subjectId} ${each.kind} ${each.holder}`, each]),
    )
    for (const key of [...opened.keys()]) if (key.startsWith(tree.rootId) && !owedNow.has(key)) opened.delete(key)
    return [...owedNow].flatMap(([key, { subjectId, holder }]) => {
      if (opened.has(key)) return []
      opened.set(key, { number: subjects.push(subjectId) - 1, on: today })
      return holder
    })
  }

  /** The second word is the number of the opening. */
  function withSubject(line: string): string {
    const [day, number, ...rest] = line.split(' ')
    return [day, subjects[Number(number)], ...rest].join(' ')
  }
}
