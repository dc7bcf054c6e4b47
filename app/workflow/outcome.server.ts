import { audienceOf } from '#workflows/audience.ts'
import { clockOf } from '#workflows/clock.ts'
import { obligationsOf, type Obligation } from '#workflows/obligations.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Hour } from '#workflows/calendar/due-hour.ts'
import type { Plan } from '#workflows/plan.ts'
import { isSettled } from '#workflows/registry.ts'
import type { Holder, Node, Tree } from '#workflows/tree.ts'
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
    asked: askedRows(decided.plan),
    amended: amendedRows(decided),
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
  return plan.begun.flatMap((begun) => {
    if (begun.kind !== 'ASSIGNMENT') return []
    const { role, holder, givenById, instruction } = begun.record
    return {
      ...asItStands(plan, begun.id),
      parentId: begun.parentId,
      role,
      ...holderColumns(holder),
      givenById,
      instruction,
      ...dueOf(plan.tree.nodes.get(begun.id)!),
    }
  })
}

function dueOf({ record }: Node): { dueOn: Day | null; dueHour: Hour | null } {
  return { dueOn: record.dueOn, dueHour: 'dueHour' in record ? record.dueHour : null }
}

function holderColumns(holder: Holder): { unitId: string | null; personId: string | null } {
  return 'unitId' in holder ? { unitId: holder.unitId, personId: null } : { unitId: null, personId: holder.personId }
}

/** New requests for more time. */
function askedRows(plan: GrantedPlan) {
  return plan.begun.flatMap((begun) =>
    begun.kind === 'EXTENSION_REQUEST'
      ? { ...asItStands(plan, begun.id), parentId: begun.parentId, ...begun.record }
      : [],
  )
}

function asItStands(plan: GrantedPlan, id: string) {
  const { version, state, context } = plan.tree.nodes.get(id)!
  return { id, version, state, context }
}

/** The records an act changed, each as it now is; what begins with the act is written whole. */
function amendedRows({ plan, stored }: Decided) {
  const amended = [...plan.tree.nodes.values()].filter((node) => {
    const before = stored.tree.nodes.get(node.id)
    return before && before.record !== node.record
  })
  return {
    tasks: amended.flatMap((node) => {
      if (node.kind !== 'TASK') return []
      const { directingLeaderId, leadUnitId, followerId, namedPersonIds, outerDueOn, supporters } = node.record
      return { id: node.id, directingLeaderId, leadUnitId, followerId, namedPersonIds, outerDueOn, supporters }
    }),
    holders: amended.flatMap((node) =>
      node.kind === 'ASSIGNMENT' ? { id: node.id, ...holderColumns(node.record.holder) } : [],
    ),
    deadlines: amended.flatMap((node) => {
      if (node.kind === 'EXTENSION_REQUEST') return []
      const { dueOn, dueHour, extensions } = node.record
      return { id: node.id, dueOn, dueHour, extensions, ...clockOf(node) }
    }),
  }
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
    settled: isSettled(node),
    ...clockOf(node),
  }))
}

/** What must be opened, settled and given another day so that the open work items are the obligations of the tree. */
function differenceOf(
  open: StoredWorkItem[],
  owed: Obligation[],
): {
  opened: Obligation[]
  settled: StoredWorkItem[]
  redated: { id: string; dueOn: Day | null; dueHour: Hour | null }[]
} {
  const openByKey = new Map(open.map((item) => [keyOf(item), item]))
  const owedKeys = new Set(owed.map(keyOf))
  return {
    opened: owed.filter((obligation) => !openByKey.has(keyOf(obligation))),
    settled: open.filter((item) => !owedKeys.has(keyOf(item))),
    redated: owed.flatMap((obligation) => {
      const item = openByKey.get(keyOf(obligation))
      const { dueOn, dueHour } = obligation
      return item && (item.dueOn !== dueOn || item.dueHour !== dueHour) ? [{ id: item.id, dueOn, dueHour }] : []
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
  return plan.facts.map(({ subjectId, fact, move }) => ({
    id: newId(),
    payload: {
      rootId: stored.tree.rootId,
      subjectId,
      fact: fact.type,
      stepNumber: steps[move]!.number,
    },
  }))
}
