import type { Day } from '#workflows/calendar/day.ts'
import { assignmentAsking, type ExtensionRequestNode, type Tree } from '#workflows/tree.ts'
import { dueOnBefore, type StepRow } from './shown-steps.ts'

type Doer = Pick<StepRow, 'actor' | 'actingFor'>

/** A request for more time with its answer, old day and new. */
export interface ShownExtension {
  id: string
  assignmentId: string
  state: string
  /** The day it had to be done by when it was asked, or, granted, until the grant. */
  from: Day | null
  askedDay: Day
  grantedDay: Day | null
  requestedBy: Doer
  requestedAt: Date
  reason: string | null
  decidedBy: Doer | null
  decidedAt: Date | null
  /** The reason of a refusal, or what was said with a grant. */
  answer: string | null
}

/** Reads a request's history out of the steps: who asked why, who answered what, which day was changed to which. */
export function shownExtension(node: ExtensionRequestNode, tree: Tree, rows: StepRow[]): ShownExtension {
  const assignment = assignmentAsking(tree, node)
  const ownSteps = rows.filter(({ subjectId }) => subjectId === node.id)
  const asked = ownSteps.find(({ event }) => event === 'ask')!
  const requested = rows.find(({ number }) => number === asked.causedBy)!
  const answered = ownSteps.find(({ event }) => event !== 'ask')
  const isDecided = node.state === 'granted' || node.state === 'refused'
  const isGranted = answered?.event === 'grant'
  return {
    id: node.id,
    assignmentId: node.parentId,
    state: node.state,
    from: dueOnBefore(rows, {
      subjectId: node.parentId,
      number: isGranted ? answered.number : asked.number,
      dueOn: assignment.record.dueOn,
    }),
    askedDay: node.record.dueOn,
    grantedDay: isGranted ? (answered.payload.dueOn ?? null) : null,
    requestedBy: doerOf(requested),
    requestedAt: new Date(requested.at),
    reason: requested.texts?.reason ?? null,
    decidedBy: isDecided && answered ? doerOf(answered) : null,
    decidedAt: isDecided && answered ? new Date(answered.at) : null,
    answer: answered?.texts?.reason ?? answered?.texts?.comment ?? null,
  }
}

function doerOf({ actor, actingFor }: StepRow): Doer {
  return { actor, actingFor }
}
