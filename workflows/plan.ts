import { initialTransition, transition } from 'xstate'
import { type Actor, principalsOf } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Delegate } from './assignment/events.ts'
import { sightOf } from './audience.ts'
import { consequences, type Consequence, type Fact } from './consequences.ts'
import { capacityOf, type Permit, type Refusal, refusalOf } from './permit.ts'
import { currentVersions, definitionOf } from './registry.ts'
import type { Scene } from './scene.ts'
import { permitFor, sceneOf, snapshotOf, standingRefusal } from './standing.ts'
import { partsInTask, type TaskPart } from './task/parts.ts'
import {
  type AssignmentNode,
  type AssignmentRecord,
  type ExtensionRequestNode,
  type Node,
  type TaskNode,
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
  const task = { kind: 'TASK', id, parentId: null, record, ...firstSnapshot('TASK') } as TaskNode
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

interface Unfolding {
  tree: Tree
  moves: Move[]
  begun: BegunNode[]
  facts: HappenedFact[]
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
      } else if ('amends' in consequence) {
        amend(unfolding, consequence, causedBy)
      } else {
        begin(unfolding, begunBy(consequence, command.newId()), causedBy)
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
    const { asksUnder, record } = consequence
    const begun = firstSnapshot('EXTENSION_REQUEST', { requesterId: record.requestedById })
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
function directedBy(node: Node, act: string, part: string, actor: Actor): string | null {
  if (node.kind !== 'TASK' || node.state !== 'draft' || act === 'discard') return null
  if (part === 'directingLeader' || actor.personId === node.record.directingLeaderId) return null
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
    // The instruction to each delegate stands, as a text, in the step that begins their assignment.
    else if (key === 'delegates') payload[key] = (value as Delegate[]).map(({ holder, dueOn }) => ({ holder, dueOn }))
    else payload[key] = value
  }
  return { payload, texts }
}

function refuse(refusal: Refusal): Plan {
  return { ok: false, refusal }
}
