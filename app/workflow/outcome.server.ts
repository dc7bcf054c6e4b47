import { audienceOf } from '#workflows/audience.ts'
import { clockOf } from '#workflows/clock.ts'
import { obligationsOf, type Obligation } from '#workflows/obligations.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Plan } from '#workflows/plan.ts'
import { isFinal } from '#workflows/registry.ts'
import type { Node, Tree } from '#workflows/tree.ts'
import { digestOf, hashOf, saltTexts } from './chain.server.ts'
import type { StoredTree, StoredWorkItem } from './restore.server.ts'

export type GrantedPlan = Extract<Plan, { ok: true }>

export interface Decided {
  plan: GrantedPlan
  stored: StoredTree
  actorId: string
  at: Date
  newId: () => string
}

export type Outcome = ReturnType<typeof outcomeOf>

/**
 * What a plan writes, as rows and differences but not yet written: `record` writes them for one act, and whoever loads many histories
 * at once gets the same rows from here.
 */
export function outcomeOf(decided: Decided) {
  const steps = chainSteps(decided)
  return {
    steps,
    begun: begunRows(decided.plan),
    moved: movedRows(decided.plan),
    obligations: differenceOf(decided.stored.workItems, obligationsOf(decided.plan.tree)),
    audience: audienceDifference(decided.stored.participants, decided.plan.tree),
    messages: factMessages(decided, steps),
  }
}

function chainSteps({ plan, stored, actorId, at, newId }: Decided) {
  let previousHash = stored.lastHash
  return plan.moves.map((move, index) => {
    const salted = saltTexts(move.texts)
    const step = {
      id: newId(),
      rootId: stored.tree.rootId,
      number: stored.stepCount + index + 1,
      subjectId: move.subjectId,
      event: move.event,
      fromState: move.from,
      toState: move.to,
      actorId,
      postId: move.postId,
      onBehalfOfId: move.onBehalfOfId,
      causedBy: move.causedBy === null ? null : stored.stepCount + move.causedBy + 1,
      payload: move.payload,
      textDigest: digestOf(salted),
      at,
      previousHash,
    }
    const hash = hashOf(step)
    previousHash = hash
    return { ...step, hash, salted }
  })
}

/** New assignments, each with what its own row and its deadline take. */
function begunRows(plan: GrantedPlan) {
  return plan.begun.map((begun) => {
    const { state, context } = plan.tree.nodes.get(begun.id)!
    const { role, holder, givenById, instruction, dueOn } = begun.record
    return {
      id: begun.id,
      parentId: begun.parentId,
      version: begun.version,
      state,
      context,
      role,
      unitId: 'unitId' in holder ? holder.unitId : null,
      personId: 'personId' in holder ? holder.personId : null,
      givenById,
      instruction,
      dueOn,
    }
  })
}

/** The subjects that were there before and moved, each once however often it moved. */
function movedRows(plan: GrantedPlan) {
  const begun = new Set(plan.begun.map(({ id }) => id))
  const moved = new Map<string, { node: Node; times: number }>()
  for (const { subjectId } of plan.moves) {
    if (begun.has(subjectId)) continue
    moved.set(subjectId, { node: plan.tree.nodes.get(subjectId)!, times: (moved.get(subjectId)?.times ?? 0) + 1 })
  }
  return [...moved.values()].map(({ node, times }) => ({
    id: node.id,
    state: node.state,
    context: node.context,
    times,
    settled: isFinal(node),
    ...clockOf(node),
  }))
}

/** What must be opened, settled and given another day so that the open work items are the obligations of the tree. */
function differenceOf(
  open: StoredWorkItem[],
  owed: Obligation[],
): { opened: Obligation[]; settled: StoredWorkItem[]; redated: { id: string; dueOn: Day | null }[] } {
  const openByKey = new Map(open.map((item) => [keyOf(item), item]))
  const owedKeys = new Set(owed.map(keyOf))
  return {
    opened: owed.filter((obligation) => !openByKey.has(keyOf(obligation))),
    settled: open.filter((item) => !owedKeys.has(keyOf(item))),
    redated: owed.flatMap((obligation) => {
      const item = openByKey.get(keyOf(obligation))
      return item && item.dueOn !== obligation.dueOn ? [{ id: item.id, dueOn: obligation.dueOn }] : []
    }),
  }
}

function keyOf({ subjectId, kind, holder }: Obligation | StoredWorkItem): string {
  return `${subjectId} ${kind} ${holder}`
}

function audienceDifference(participants: Map<string, string>, tree: Tree) {
  const audience = audienceOf(tree)
  return {
    admitted: [...audience]
      .filter(([principal, reason]) => participants.get(principal) !== reason)
      .map(([principal, reason]) => ({ principal, reason })),
    dismissed: [...participants.keys()].filter((principal) => !audience.has(principal as never)),
  }
}

function factMessages({ plan, stored, newId }: Decided, steps: ReturnType<typeof chainSteps>) {
  return plan.facts.map(({ subjectId, fact }) => ({
    id: newId(),
    payload: {
      rootId: stored.tree.rootId,
      subjectId,
      fact: fact.type,
      stepNumber: steps.find((step) => step.subjectId === subjectId)!.number,
    },
  }))
}
