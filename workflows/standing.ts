import { getNextTransitions } from 'xstate'
import { type Actor, namesOf, type Officeholder } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import { holderKey } from './holder.ts'
import { type Parts, type Permit, type Refusal, refusalOf } from './permit.ts'
import { definitionOf, isSettled } from './registry.ts'
import type { Scene } from './scene.ts'
import {
  assignmentAsking,
  type AssignmentNode,
  assignmentsOf,
  extensionRequestsOf,
  isLineOpen,
  leadAssignmentOf,
  type Node,
  parentOf,
  supportAssignmentsOf,
  type TaskNode,
  taskOf,
  type Tree,
} from './tree.ts'

/** Who asks, and on which day of the office. */
export interface Asking {
  actor: Actor
  today: Day
  hour?: Hour | undefined
}

/** The same, under one of the names they may act under. */
interface AskingAs extends Asking {
  as: Officeholder
}

/** Under whose name the act is open, or what stands in the way. */
export type Standing = { as: Officeholder; refusal: null } | { as: null; refusal: Refusal }

/** Of every act of a subject: whether this person may do it now, and if not, why. */
export function actsOpenTo(tree: Tree, node: Node, who: Asking): { act: string; refusal: Refusal | null }[] {
  return Object.keys(definitionOf(node).acts).map((act) => ({
    act,
    refusal: standingOf(tree, node, act, who, null).refusal,
  }))
}

/**
 * What stands in the way of an act: the state, the person's part, or a condition; of those in whose place they may act, the
 * first for whom nothing does. `values` is null when nothing is typed yet: then only what stands beforehand is asked.
 */
export function standingOf(
  tree: Tree,
  node: Node,
  act: string,
  who: Asking,
  values: { type: string } | null,
): Standing {
  const offered = offeredIn(node).has(act)
  if (!offered) return { as: null, refusal: { code: 'notInThisState', values: { state: node.state } } }
  const { conditions } = definitionOf(node)
  let standing: Standing | undefined
  for (const as of namesOf(who.actor, taskOf(tree).record)) {
    const scene = sceneOf(tree, node, { ...who, as })
    const input = { context: node.context, scene, event: { ...values, type: act, scene } } as never
    const refusal = refusalOf(permitFor(node, act), scene.parts, conditions, input, { withGiven: values !== null })
    if (!refusal) return { as, refusal }
    // What stands in the way of a part says more than that there is none.
    if (!standing || standing.refusal?.code === 'notYourPart') standing = { as: null, refusal }
  }
  return standing!
}

/** The permit is written in the machine, as the parameters of the transition's guard. */
export function permitFor(node: Node, act: string): Permit<string, string> {
  const guard = offeredIn(node).get(act)?.guard
  if (!guard || typeof guard !== 'object' || guard.type !== 'permitted' || !('params' in guard)) {
    throw new Error(`The act ${act} of ${node.kind} has no permit`)
  }
  return guard.params as Permit<string, string>
}

type Offered = ReadonlyMap<string, ReturnType<typeof getNextTransitions>[number]>

const offers = new Map<string, Offered>()

/** The transitions a state has, by event. They are the machine's text and never change; a page asks for dozens of them. */
function offeredIn(node: Node): Offered {
  const key = `${node.kind} ${node.version} ${node.state}`
  const known = offers.get(key)
  if (known) return known
  // Of several for one event the first comes first.
  const transitions = getNextTransitions(snapshotOf(node)).toReversed()
  const offered = new Map(transitions.map((transition) => [transition.eventType, transition]))
  offers.set(key, offered)
  return offered
}

/** The subject as its machine sees it. */
export function snapshotOf(node: Node) {
  return definitionOf(node).machine.resolveState({ value: node.state, context: node.context })
}

/** What an event on this subject sees beside its own values. */
export function sceneOf(
  tree: Tree,
  node: Node,
  { actor, as, today, hour }: AskingAs,
): Scene<string> & { parts: Parts<string> } {
  const task = taskOf(tree).record
  const assignment = node.kind === 'ASSIGNMENT' ? node : null
  const timed = node.kind === 'EXTENSION_REQUEST' ? assignmentAsking(tree, node) : node
  return {
    personId: actor.personId,
    insteadOfId: as.personId === actor.personId ? null : as.personId,
    today,
    hour: hour ?? null,
    parts: definitionOf(node).partsOf(as, node, tree),
    sourceIsSigned: task.sourceIsSigned,
    lineIsOpen: assignment !== null && isLineOpen(tree, assignment),
    dueOn: timed.record.dueOn,
    dueHour: timed.record.dueHour,
    latestDueOn: latestDueOn(tree, timed),
    takenHolderKeys: takenHolderKeys(tree, node),
    restricted: task.restricted,
    isFromOutside: task.isFromOutside,
    isReceived: assignmentsOf(tree).some(({ state, context }) => state !== 'withdrawn' && context.wasReceived),
    openSupporters: assignment && leadAssignmentOf(tree)?.id === node.id ? openSupporters(tree) : 0,
    isContribution: assignment?.record.role === 'SUPPORT',
    isExtensionAsked: assignment !== null && extensionRequestsOf(tree, node.id).some((asked) => !isSettled(asked)),
  }
}

/** The day nobody under it may pass: the outside assigner's for the task and its lead, the lead's for a supporter, the giver's for the rest. */
function latestDueOn(tree: Tree, node: TaskNode | AssignmentNode): Day | null {
  const task = taskOf(tree).record
  if (node.kind === 'TASK') return task.outerDueOn
  const parent = parentOf(tree, node)
  if (parent.kind === 'ASSIGNMENT') return parent.record.dueOn
  return node.record.role === 'SUPPORT' ? task.dueOn : task.outerDueOn
}

function openSupporters(tree: Tree): number {
  return supportAssignmentsOf(tree).filter((supporter) => !isSettled(supporter) && supporter.state !== 'reported')
    .length
}

/** Who has an open part directly under the subject, and for an assignment also who stands in the line it came down. */
function takenHolderKeys(tree: Tree, node: Node): string[] {
  if (node.kind === 'EXTENSION_REQUEST') return []
  const below = assignmentsOf(tree).filter((child) => child.parentId === node.id && !isSettled(child))
  const line: AssignmentNode[] = []
  for (let above: TaskNode | AssignmentNode = node; above.kind === 'ASSIGNMENT'; above = parentOf(tree, above)) {
    line.push(above)
  }
  return [...below, ...line].map((assignment) => holderKey(assignment.record.holder))
}
