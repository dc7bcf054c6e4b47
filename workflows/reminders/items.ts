import type { Day } from '../calendar/day.ts'
import { type Obligation, obligationsOf } from '../obligations.ts'
import type { Tree } from '../tree.ts'
import { remindedWork } from './policy.ts'

/** What somebody owes by a day. */
export type DatedObligation = Obligation & { dueOn: Day }

/**
 * The obligations under a task that are reminded of now. A suspended task has none; whoever has asked for more time is left in
 * peace until that is decided.
 */
export function remindedObligations(tree: Tree): DatedObligation[] {
  const asking = new Set(
    [...tree.nodes.values()]
      .filter(({ kind, state }) => kind === 'EXTENSION_REQUEST' && state === 'requested')
      .map(({ parentId }) => parentId),
  )
  return obligationsOf(tree).filter(
    (owed): owed is DatedObligation =>
      owed.dueOn !== null && (remindedWork as readonly string[]).includes(owed.kind) && !asking.has(owed.subjectId),
  )
}
