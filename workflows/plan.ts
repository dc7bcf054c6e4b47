import { type Actor, namesOf, type Officeholder, principalsOf } from './actor.ts'
import { sightOf } from './audience.ts'
import type { Day } from './calendar/day.ts'
import type { Hour } from './calendar/due-hour.ts'
import { capacityOf, type Permit, type Refusal, refusalOf } from './permit.ts'
import { definitionOf } from './registry.ts'
import { permitFor, sceneOf, standingOf } from './standing.ts'
import { partsInTask, type TaskPart } from './task/parts.ts'
import type { Node, TaskRecord, Tree } from './tree.ts'
import { type BegunNode, entered, type HappenedFact, type Move, move, unfold, type Unfolding } from './unfold.ts'

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
  /** The day of the act, in the office's zone, and its hour; left out, nothing is late before its day is over. */
  today: Day
  hour?: Hour
  /** Ids for the subjects the act begins. */
  newId: () => string
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
  const { directingLeaderId } = record
  const onBehalfOfId = actor.personId === directingLeaderId ? null : directingLeaderId
  return { ok: true, ...entered({ id, record, postId: capacityOf(permit, own).postId, onBehalfOfId }) }
}

/** What the secretariat or an assistant does to a draft is entered by them and directed by the leader. */
function directedBy(node: Node, act: string, part: string, as: Officeholder): string | null {
  if (node.kind !== 'TASK' || node.state !== 'draft' || act === 'discard') return null
  if (part === 'directingLeader' || as.personId === node.record.directingLeaderId) return null
  return node.record.directingLeaderId
}

function refuse(refusal: Refusal): Plan {
  return { ok: false, refusal }
}
