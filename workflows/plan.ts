import { getNextTransitions, initialTransition, transition } from 'xstate'
import type { Actor } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Delegate } from './assignment/events.ts'
import type { AssignmentContext } from './assignment/machine.ts'
import { maySee } from './audience.ts'
import { consequences, type Consequence, type Fact } from './consequences.ts'
import { holderKey } from './holder.ts'
import { capacityOf, type Parts, type Permit, type Refusal, refusalOf } from './permit.ts'
import { currentVersions, definitionOf, isFinal } from './registry.ts'
import type { Scene } from './scene.ts'
import type { TaskContext } from './task/machine.ts'
import { partsInTask, type TaskPart } from './task/parts.ts'
import {
  type AssignmentNode,
  assignmentsOf,
  isLineOpen,
  type Node,
  parentOf,
  type TaskNode,
  taskOf,
  type TaskRecord,
  type Tree,
  withNode,
} from './tree.ts'

/** An act as somebody asks for it, not yet known to be well formed. */
export interface AskedEvent {
  type: string
  [value: string]: unknown
}

export interface Command {
  subjectId: string
  /** The act with what it carries; parsed here against the act's own schema. */
  event: AskedEvent
  actor: Actor
  /** The day of the act, in the office's zone. */
  today: Day
  /** Ids for the subjects the act begins. */
  newId: () => string
}

/** One subject moved by one event: what becomes a step. */
export interface Move {
  subjectId: string
  event: string
  from: string | null
  to: string
  /** What the event carried that is not free text. */
  payload: Record<string, unknown>
  /** The free texts, which a recorded act may later remove. */
  texts: Record<string, string>
  postId: string | null
  onBehalfOfId: string | null
  /** The place, in this plan, of the move that caused this one. */
  causedBy: number | null
}

export interface HappenedFact {
  subjectId: string
  fact: Fact
}

export type Plan =
  | { ok: true; tree: Tree; moves: Move[]; begun: AssignmentNode[]; facts: HappenedFact[] }
  | { ok: false; refusal: Refusal }

/**
 * What an act does, to the end of its consequences, or why it is refused. It reads and writes nothing: the same function
 * decides in `act`, in the tests' random sequences and in the greyed buttons.
 */
export function plan(tree: Tree, command: Command): Plan {
  const node = tree.nodes.get(command.subjectId)
  if (!node || !maySee(command.actor, tree)) return refuse({ code: 'notVisible' })
  const definition = definitionOf(node)
  // The name comes from outside: `constructor` is no act, though every object has one.
  if (!Object.hasOwn(definition.acts, command.event.type)) return refuse({ code: 'unknownAct' })
  const parsed = definition.acts[command.event.type]!.safeParse(command.event)
  if (!parsed.success) return refuse({ code: 'valuesAreWrong' })

  const refusal = standingRefusal(tree, node, command.event.type, command, parsed.data)
  if (refusal) return refuse(refusal)
  const permit = permitFor(node, command.event.type)
  const capacity = capacityOf(permit, definition.partsOf(command.actor, node, tree))

  const unfolding: Unfolding = { tree, moves: [], begun: [], facts: [] }
  move(unfolding, node, parsed.data, sceneOf(tree, node, command), {
    postId: capacity.postId,
    onBehalfOfId: directedBy(node, command.event.type, capacity.part, command.actor),
    causedBy: null,
  })
  unfold(unfolding, command)
  return { ok: true, ...unfolding }
}

/** The plan that begins a task: entered as a draft by the secretariat, or by the assistant of its directing leader. */
export function planTask({ id, record, actor }: { id: string; record: TaskRecord; actor: Actor }): Plan {
  const parts = partsInTask(actor, record)
  const permit: Permit<TaskPart, never> = { by: ['secretariat', 'assistant'] }
  const refusal = refusalOf(permit, parts, {}, undefined, { withGiven: true })
  if (refusal) return refuse(refusal)
  const version = currentVersions.TASK
  const [snapshot] = initialTransition(definitionOf({ kind: 'TASK', version }).machine)
  const task: TaskNode = {
    kind: 'TASK',
    id,
    parentId: null,
    version,
    state: String(snapshot.value),
    context: snapshot.context as TaskContext,
    record,
  }
  const entered: Move = {
    subjectId: id,
    event: 'enter',
    from: null,
    to: task.state,
    payload: {},
    texts: {},
    postId: capacityOf(permit, parts).postId,
    onBehalfOfId: actor.personId === record.directingLeaderId ? null : record.directingLeaderId,
    causedBy: null,
  }
  return { ok: true, tree: { rootId: id, nodes: new Map([[id, task]]) }, moves: [entered], begun: [], facts: [] }
}

/** Of every act of a subject: whether this person may do it now, and if not, why. */
export function actsOpenTo(
  tree: Tree,
  node: Node,
  who: Pick<Command, 'actor' | 'today'>,
): { act: string; refusal: Refusal | null }[] {
  return Object.keys(definitionOf(node).acts).map((act) => ({
    act,
    refusal: standingRefusal(tree, node, act, who, null),
  }))
}

interface Unfolding {
  tree: Tree
  moves: Move[]
  begun: AssignmentNode[]
  facts: HappenedFact[]
}

/** `values` is null when nothing is typed yet: then only what stands beforehand is asked. */
function standingRefusal(
  tree: Tree,
  node: Node,
  act: string,
  who: Pick<Command, 'actor' | 'today'>,
  values: { type: string } | null,
): Refusal | null {
  const offered = offeredIn(node).has(act)
  if (!offered) return { code: 'notInThisState', values: { state: node.state } }
  const { conditions } = definitionOf(node)
  const scene = sceneOf(tree, node, who)
  const input = { context: node.context, scene, event: { ...values, type: act, scene } } as never
  return refusalOf(permitFor(node, act), scene.parts, conditions, input, { withGiven: values !== null })
}

/** The permit is written in the machine, as the parameters of the transition's guard. */
function permitFor(node: Node, act: string): Permit<string, string> {
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

function unfold(unfolding: Unfolding, command: Command): void {
  // `facts` grows while it is read: a consequence has consequences.
  for (let index = 0; index < unfolding.facts.length; index++) {
    const happened = unfolding.facts[index]!
    const node = unfolding.tree.nodes.get(happened.subjectId)!
    const causedBy = unfolding.moves.findLastIndex((made) => made.subjectId === happened.subjectId)
    for (const consequence of consequencesOf(happened.fact, node, unfolding.tree, command.actor.personId)) {
      if ('moves' in consequence) {
        const moved = unfolding.tree.nodes.get(consequence.moves)!
        const scene = { ...sceneOf(unfolding.tree, moved, command), parts: {} }
        move(unfolding, moved, consequence.event, scene, { postId: null, onBehalfOfId: null, causedBy })
      } else {
        begin(unfolding, consequence, command.newId(), causedBy)
      }
    }
  }
}

function consequencesOf(fact: Fact, node: Node, tree: Tree, personId: string): Consequence[] {
  const follow = consequences[fact.type] as (happened: {
    fact: Fact
    node: Node
    tree: Tree
    personId: string
  }) => Consequence[]
  return follow({ fact, node, tree, personId })
}

function move(
  unfolding: Unfolding,
  node: Node,
  event: { type: string },
  scene: Scene<string>,
  made: Pick<Move, 'postId' | 'onBehalfOfId' | 'causedBy'>,
): void {
  const { machine } = definitionOf(node)
  const snapshot = snapshotOf(node)
  const full = { ...event, scene }
  if (!snapshot.can(full)) throw new Error(`${node.kind} in ${node.state} does not take ${event.type}`)
  const [next, actions] = transition(machine, snapshot, full)
  const moved = { ...node, state: String(next.value), context: next.context as Node['context'] } as Node
  const { payload, texts } = splitTexts(event)
  unfolding.tree = withNode(unfolding.tree, moved)
  unfolding.moves.push({
    subjectId: node.id,
    event: event.type,
    from: node.state,
    to: moved.state,
    payload,
    texts,
    ...made,
  })
  // XState gives back what it would have done; of an `emit` it is the fact. Its types leave emits out.
  for (const { type, params } of actions as { type: string; params?: { event?: Fact } }[]) {
    if (type === 'xstate.emit' && params?.event) unfolding.facts.push({ subjectId: node.id, fact: params.event })
  }
}

function begin(
  unfolding: Unfolding,
  { beginsUnder, record }: Extract<Consequence, { beginsUnder: string }>,
  id: string,
  causedBy: number,
): void {
  const version = currentVersions.ASSIGNMENT
  const [snapshot] = initialTransition(definitionOf({ kind: 'ASSIGNMENT', version }).machine)
  const node: AssignmentNode = {
    kind: 'ASSIGNMENT',
    id,
    parentId: beginsUnder,
    version,
    state: String(snapshot.value),
    context: snapshot.context as AssignmentContext,
    record,
  }
  unfolding.tree = withNode(unfolding.tree, node)
  unfolding.begun.push(node)
  const { instruction, holder, role, dueOn } = record
  unfolding.moves.push({
    subjectId: id,
    event: 'assign',
    from: null,
    to: node.state,
    payload: { holder, role, dueOn },
    texts: instruction ? { instruction } : {},
    postId: null,
    onBehalfOfId: null,
    causedBy,
  })
}

function snapshotOf(node: Node) {
  return definitionOf(node).machine.resolveState({ value: node.state, context: node.context })
}

function sceneOf(
  tree: Tree,
  node: Node,
  { actor, today }: Pick<Command, 'actor' | 'today'>,
): Scene<string> & { parts: Parts<string> } {
  const task = taskOf(tree).record
  return {
    personId: actor.personId,
    today,
    parts: definitionOf(node).partsOf(actor, node, tree),
    sourceIsSigned: task.sourceIsSigned,
    lineIsOpen: node.kind === 'ASSIGNMENT' && isLineOpen(tree, node),
    dueOn: node.record.dueOn,
    takenHolderKeys: node.kind === 'ASSIGNMENT' ? takenHolderKeys(tree, node) : [],
    restricted: task.restricted,
  }
}

function takenHolderKeys(tree: Tree, node: AssignmentNode): string[] {
  const below = assignmentsOf(tree).filter((child) => child.parentId === node.id && !isFinal(child))
  const line: AssignmentNode[] = []
  for (let above: Node = node; above.kind === 'ASSIGNMENT'; above = parentOf(tree, above)) line.push(above)
  return [...below, ...line].map((assignment) => holderKey(assignment.record.holder))
}

/** What the secretariat or an assistant does to a draft is entered by them and directed by the leader. */
function directedBy(node: Node, act: string, part: string, actor: Actor): string | null {
  if (node.kind !== 'TASK' || node.state !== 'draft' || act === 'discard') return null
  if (part === 'directingLeader' || actor.personId === node.record.directingLeaderId) return null
  return node.record.directingLeaderId
}

const textKeys = new Set(['text', 'reason', 'difficulties', 'comment'])

function splitTexts(event: { type: string }): Pick<Move, 'payload' | 'texts'> {
  const payload: Record<string, unknown> = {}
  const texts: Record<string, string> = {}
  for (const [key, value] of Object.entries<unknown>({ ...event })) {
    if (key === 'type' || value === undefined) continue
    if (textKeys.has(key) && typeof value === 'string') texts[key] = value
    // The instruction to each delegate stands, as a text, in the step that begins their assignment.
    else if (key === 'delegates') payload[key] = (value as Delegate[]).map(({ holder, dueOn }) => ({ holder, dueOn }))
    else payload[key] = value
  }
  return { payload, texts }
}

function refuse(refusal: Refusal): Plan {
  return { ok: false, refusal }
}
