import { initialTransition, transition } from 'xstate'
import { type Actor, namesOf, type Officeholder, principalsOf } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Delegate } from './assignment/events.ts'
import { sightOf } from './audience.ts'
import { consequences, type Consequence, type Fact, type Happened } from './consequences.ts'
import { capacityOf, type Permit, type Refusal, refusalOf } from './permit.ts'
import { currentVersions, definitionOf } from './registry.ts'
import type { Scene } from './scene.ts'
import { permitFor, sceneOf, snapshotOf, standingOf } from './standing.ts'
import { succeededIn } from './succession.ts'
import type { TaskOrder } from './task/events.ts'
import { partsInTask, type TaskPart } from './task/parts.ts'
import {
  type AssignmentNode,
  type AssignmentRecord,
  type ExtensionRequestNode,
  type Node,
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
  /** The leader who directed what was entered for them, or the absent person whose substitute acted. */
  onBehalfOfId: string | null
  /** The place, in this plan, of the move that caused this one. */
  causedBy: number | null
}

/** A subject that an act begins under the root. */
type BegunNode = AssignmentNode | ExtensionRequestNode

/** A field of a record that a move changed; written into the payload of its step, so that a past day can be computed. */
export interface Change {
  subjectId: string
  field: string
  from: unknown
  to: unknown
}

interface HappenedFact {
  subjectId: string
  fact: Fact
  /** The place, in this plan, of the move it came of. */
  move: number
}

export type Plan =
  { ok: true; tree: Tree; moves: Move[]; begun: BegunNode[]; facts: HappenedFact[] } | { ok: false; refusal: Refusal }

/**
 * What an act does, to the end of its consequences, or why it is refused. It reads and writes nothing: the same function
 * decides in `act`, in the tests' random sequences and in the greyed buttons.
 */
export function plan(tree: Tree, command: Command): Plan {
  const node = tree.nodes.get(command.subjectId)
  if (!node || !sightOf(principalsOf(command.actor), tree).has(node.id)) return refuse({ code: 'notVisible' })
  const definition = definitionOf(node)
  // The name comes from outside: `constructor` is no act, though every object has one.
  if (!Object.hasOwn(definition.acts, command.event.type)) return refuse({ code: 'unknownAct' })
  const parsed = definition.acts[command.event.type]!.safeParse(command.event)
  if (!parsed.success) return refuse({ code: 'valuesAreWrong' })

  const { as, refusal } = standingOf(tree, node, command.event.type, command, parsed.data)
  if (refusal) return refuse(refusal)
  const permit = permitFor(node, command.event.type)
  const capacity = capacityOf(permit, definition.partsOf(as, node, tree))

  const unfolding: Unfolding = { tree, moves: [], begun: [], facts: [] }
  const doing = { ...command, as }
  const scene = sceneOf(tree, node, doing)
  move(unfolding, node, parsed.data, scene, {
    postId: capacity.postId,
    onBehalfOfId: directedBy(node, command.event.type, capacity.part, as) ?? scene.insteadOfId,
    causedBy: null,
  })
  unfold(unfolding, doing)
  return { ok: true, ...unfolding }
}

/** The plan that begins a task: entered as a draft by the secretariat, or by the assistant of its directing leader. */
export function planTask({ id, record, actor }: { id: string; record: TaskRecord; actor: Actor }): Plan {
  const permit: Permit<TaskPart, never> = { by: ['secretariat', 'assistant'] }
  const parts = namesOf(actor, record).map((as) => partsInTask(as, record))
  const own = parts.find((each) => refusalOf(permit, each, {}, undefined, { withGiven: true }) === null)
  if (!own) return refuse(refusalOf(permit, {}, {}, undefined, { withGiven: true })!)
  return { ok: true, ...entered({ id, record, actor, postId: capacityOf(permit, own).postId }) }
}

/** An order the office gave beforehand: whose it was, in which post, on which day it is carried out. */
export interface Ordered {
  actor: Actor
  postId: string | null
  today: Day
  newId: () => string
}

/**
 * The plan that begins a task of a series: entered and issued at once, for the series was issued as a whole by whoever could
 * then. It asks nobody's right again.
 */
export function planPeriod(
  { id, record, seriesId, period }: { id: string; record: TaskRecord; seriesId: string; period: string },
  ordered: Ordered,
): Plan {
  const unfolding: Unfolding = entered({ id, record, ...ordered })
  carryOut(unfolding, { type: 'open', seriesId, period }, ordered)
  return { ok: true, ...unfolding }
}

/** The plan by which open work goes to whoever takes over; refused where nothing of it does. */
export function planHandOver(
  tree: Tree,
  order: Omit<Extract<TaskOrder, { type: 'handOver' }>, 'type'>,
  ordered: Ordered,
): Plan {
  if (succeededIn(tree, order.succession).length === 0) return refuse({ code: 'nothingToHandOver' })
  const unfolding: Unfolding = { tree, moves: [], begun: [], facts: [] }
  carryOut(unfolding, { type: 'handOver', ...order }, ordered)
  return { ok: true, ...unfolding }
}

/** A task as it begins: what one may do with it can be asked before it is there. */
export function draftOf(id: string, record: TaskRecord): TaskNode {
  return { kind: 'TASK', id, parentId: null, record, ...firstSnapshot('TASK') } as TaskNode
}

function carryOut(unfolding: Unfolding, order: TaskOrder, { actor, postId, today, newId }: Ordered): void {
  const task = taskOf(unfolding.tree)
  const doing = { actor, as: actor, today, newId }
  const scene = { ...sceneOf(unfolding.tree, task, doing), parts: {} }
  move(unfolding, task, order, scene, { postId, onBehalfOfId: null, causedBy: null })
  unfold(unfolding, doing)
}

function entered({
  id,
  record,
  actor,
  postId,
}: {
  id: string
  record: TaskRecord
  actor: Actor
  postId: string | null
}): Unfolding {
  const task = draftOf(id, record)
  const { directingLeaderId } = record
  return {
    tree: { rootId: id, nodes: new Map([[id, task]]) },
    moves: [
      {
        subjectId: id,
        event: 'enter',
        from: null,
        to: task.state,
        payload: {},
        texts: {},
        postId,
        onBehalfOfId: actor.personId === directingLeaderId ? null : directingLeaderId,
        causedBy: null,
      },
    ],
    begun: [],
    facts: [],
  }
}

interface Unfolding {
  tree: Tree
  moves: Move[]
  begun: BegunNode[]
  facts: HappenedFact[]
}

interface Doing {
  actor: Actor
  as: Officeholder
  today: Day
  newId: () => string
}

function unfold(unfolding: Unfolding, doing: Doing): void {
  // `facts` grows while it is read: a consequence has consequences.
  for (let index = 0; index < unfolding.facts.length; index++) {
    const happened = unfolding.facts[index]!
    const node = unfolding.tree.nodes.get(happened.subjectId)!
    const causedBy = happened.move
    for (const consequence of consequencesOf(happened.fact, node, unfolding.tree, doing)) {
      if ('moves' in consequence) {
        const moved = unfolding.tree.nodes.get(consequence.moves)!
        const scene = { ...sceneOf(unfolding.tree, moved, doing), parts: {} }
        move(unfolding, moved, consequence.event, scene, { postId: null, onBehalfOfId: null, causedBy })
      } else if ('amends' in consequence) {
        amend(unfolding, consequence, causedBy)
      } else {
        begin(unfolding, begunBy(consequence, doing.newId()), causedBy)
      }
    }
  }
}

function consequencesOf(fact: Fact, node: Node, tree: Tree, { actor, as }: Doing): Consequence[] {
  const follow = consequences[fact.type] as (happened: Happened<Fact>) => Consequence[]
  const insteadOfId = as.personId === actor.personId ? null : as.personId
  return follow({ fact, node, tree, personId: actor.personId, insteadOfId })
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
    if (type === 'xstate.emit' && params?.event) {
      unfolding.facts.push({ subjectId: node.id, fact: params.event, move: unfolding.moves.length - 1 })
    }
  }
}

function amend(
  unfolding: Unfolding,
  { amends, record }: Extract<Consequence, { amends: string }>,
  causedBy: number,
): void {
  const node = unfolding.tree.nodes.get(amends)!
  const before = node.record as unknown as Record<string, unknown>
  const changes: Change[] = Object.entries<unknown>(record)
    .map(([field, to]) => ({ subjectId: amends, field, from: before[field], to }))
    // By value: supporters named again with the same days are no change.
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
  unfolding.tree = withNode(unfolding.tree, { ...node, record: { ...node.record, ...record } } as Node)
  const cause = unfolding.moves[causedBy]!
  if (changes.length === 0) return
  const changed = [...((cause.payload.changed as Change[] | undefined) ?? []), ...changes]
  unfolding.moves[causedBy] = { ...cause, payload: { ...cause.payload, changed } }
}

function begunBy(
  consequence: Extract<Consequence, { assignsUnder: string } | { asksUnder: string }>,
  id: string,
): BegunNode {
  if ('asksUnder' in consequence) {
    const { asksUnder, record, forId } = consequence
    const begun = firstSnapshot('EXTENSION_REQUEST', { requesterId: record.requestedById, requesterForId: forId })
    return { kind: 'EXTENSION_REQUEST', id, parentId: asksUnder, record, ...begun } as ExtensionRequestNode
  }
  const { assignsUnder, record } = consequence
  return { kind: 'ASSIGNMENT', id, parentId: assignsUnder, record, ...firstSnapshot('ASSIGNMENT') } as AssignmentNode
}

function firstSnapshot(kind: Node['kind'], input?: object): Pick<Node, 'version' | 'state' | 'context'> {
  const version = currentVersions[kind]
  const [snapshot] = initialTransition(definitionOf({ kind, version }).machine, input)
  return { version, state: String(snapshot.value), context: snapshot.context as Node['context'] }
}

function begin(unfolding: Unfolding, node: BegunNode, causedBy: number): void {
  unfolding.tree = withNode(unfolding.tree, node)
  unfolding.begun.push(node)
  unfolding.moves.push({
    subjectId: node.id,
    from: null,
    to: node.state,
    postId: null,
    onBehalfOfId: null,
    causedBy,
    ...(node.kind === 'ASSIGNMENT'
      ? givenIn(node.record)
      : { event: 'ask', payload: { dueOn: node.record.dueOn }, texts: {} }),
  })
}

function givenIn({ instruction, holder, role, dueOn }: AssignmentRecord): Pick<Move, 'event' | 'payload' | 'texts'> {
  return { event: 'assign', payload: { holder, role, dueOn }, texts: instruction ? { instruction } : {} }
}

/** What the secretariat or an assistant does to a draft is entered by them and directed by the leader. */
function directedBy(node: Node, act: string, part: string, as: Officeholder): string | null {
  if (node.kind !== 'TASK' || node.state !== 'draft' || act === 'discard') return null
  if (part === 'directingLeader' || as.personId === node.record.directingLeaderId) return null
  return node.record.directingLeaderId
}

const textKeys = new Set([
  'text',
  'reason',
  'difficulties',
  'comment',
  'words',
  'latenessReason',
  'withoutSupportersReason',
  'content',
  'formerContent',
])

function splitTexts(event: { type: string }): Pick<Move, 'payload' | 'texts'> {
  const payload: Record<string, unknown> = {}
  const texts: Record<string, string> = {}
  for (const [key, value] of Object.entries<unknown>({ ...event })) {
    if (key === 'type' || value === undefined) continue
    if (textKeys.has(key) && typeof value === 'string') texts[key] = value
    // What went to whom stands in what changed.
    else if (key === 'succession') continue
    // The instruction to each delegate stands, as a text, in the step that begins their assignment.
    else if (key === 'delegates') payload[key] = (value as Delegate[]).map(({ holder, dueOn }) => ({ holder, dueOn }))
    else payload[key] = value
  }
  return { payload, texts }
}

function refuse(refusal: Refusal): Plan {
  return { ok: false, refusal }
}
