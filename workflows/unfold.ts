import { initialTransition } from 'xstate'
import type { Actor, Officeholder } from './actor.ts'
import type { Delegate } from './assignment/events.ts'
import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import { type Consequence, consequences, type Fact, type Happened } from './consequences.ts'
import { currentVersions, definitionOf } from './registry.ts'
import type { Scene } from './scene.ts'
import { sceneOf, snapshotOf } from './standing.ts'
import { transition } from './transition.ts'
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
export type BegunNode = AssignmentNode | ExtensionRequestNode

/** A field of a record that a move changed; written into the payload of its step, so that a past day can be computed. */
export interface Change {
  subjectId: string
  field: string
  from: unknown
  to: unknown
}

export interface HappenedFact {
  subjectId: string
  fact: Fact
  /** The place, in this plan, of the move it came of. */
  move: number
}

/** A tree as it becomes, with what has happened to it so far. */
export interface Unfolding {
  tree: Tree
  moves: Move[]
  begun: BegunNode[]
  facts: HappenedFact[]
}

/** Who acts, under whose name, on which day. */
export interface Doing {
  actor: Actor
  as: Officeholder
  today: Day
  /** The hour of that day; left out, nothing is late before its day is over. */
  hour?: Hour | undefined
  newId: () => string
}

/** A task as it begins: what one may do with it can be asked before it is there. */
export function draftOf(id: string, record: TaskRecord): TaskNode {
  return { kind: 'TASK', id, parentId: null, record, ...firstSnapshot('TASK') } as TaskNode
}

/** A task that is just entered, before anything follows. */
export function entered({
  id,
  record,
  postId,
  onBehalfOfId,
}: { id: string; record: TaskRecord } & Pick<Move, 'postId' | 'onBehalfOfId'>): Unfolding {
  const task = draftOf(id, record)
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
        onBehalfOfId,
        causedBy: null,
      },
    ],
    begun: [],
    facts: [],
  }
}

/** What follows, to the end: a consequence has consequences. */
export function unfold(unfolding: Unfolding, doing: Doing): void {
  // `facts` grows while it is read.
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

/** Moves one subject by one event, and hears the facts of it. */
export function move(
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

function givenIn({
  instruction,
  holder,
  role,
  dueOn,
  dueHour,
}: AssignmentRecord): Pick<Move, 'event' | 'payload' | 'texts'> {
  const payload = { holder, role, dueOn, ...(dueHour && { dueHour }) }
  return { event: 'assign', payload, texts: instruction ? { instruction } : {} }
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
    // What went to whom, and which day became which, stands in what changed.
    else if (key === 'succession' || key === 'laterDays') continue
    // The instruction to each delegate stands, as a text, in the step that begins their assignment.
    else if (key === 'delegates') payload[key] = (value as Delegate[]).map(({ holder, dueOn }) => ({ holder, dueOn }))
    else payload[key] = value
  }
  return { payload, texts }
}
