import type { Actor } from './actor.ts'
import type { Day } from './calendar/day.ts'
import type { Plan } from './plan.ts'
import { sceneOf, snapshotOf } from './standing.ts'
import { succeededIn } from './succession.ts'
import type { TaskOrder } from './task/events.ts'
import { type TaskNode, taskOf, type TaskRecord, type Tree } from './tree.ts'
import { entered, move, unfold, type Unfolding } from './unfold.ts'

/** An order the office gave beforehand: whose it was, in which post and for whom, on which day it is carried out. */
export interface Ordered {
  actor: Actor
  postId: string | null
  onBehalfOfId: string | null
  today: Day
  newId: () => string
}

/**
 * The plan that begins a task of a series: entered and issued at once, for the series was issued as a whole by whoever could
 * then. It asks nobody's right again; who is directing the task by now may not be whom it was ordered for.
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
  if (succeededIn(tree, order.succession).length === 0) return { ok: false, refusal: { code: 'nothingToHandOver' } }
  const unfolding: Unfolding = { tree, moves: [], begun: [], facts: [] }
  carryOut(unfolding, { type: 'handOver', ...order }, ordered)
  return { ok: true, ...unfolding }
}

/**
 * The plan by which a due day goes with the working calendar, from the day it was seen to be to another; refused where it is not
 * that any more, or the task stands where nothing counts.
 */
export function planCalendarChange(
  tree: Tree,
  { from, ...order }: { from: Day } & Omit<Extract<TaskOrder, { type: 'calendarChanged' }>, 'type'>,
  ordered: Ordered,
): Plan {
  const task = taskOf(tree)
  const { dueOn, outerDueOn } = task.record
  const isPastOuter = outerDueOn !== null && order.dueOn > from && order.dueOn > outerDueOn
  const event = { type: 'calendarChanged', ...order } as const
  if (dueOn !== from || order.dueOn === from || isPastOuter || !takes(tree, task, event, ordered)) {
    return { ok: false, refusal: { code: 'dueDayStays' } }
  }
  const unfolding: Unfolding = { tree, moves: [], begun: [], facts: [] }
  carryOut(unfolding, event, ordered)
  return { ok: true, ...unfolding }
}

function takes(tree: Tree, task: TaskNode, order: TaskOrder, { actor, today }: Ordered): boolean {
  const scene = { ...sceneOf(tree, task, { actor, as: actor, today }), parts: {} }
  return snapshotOf(task).can({ ...order, scene })
}

function carryOut(
  unfolding: Unfolding,
  order: TaskOrder,
  { actor, postId, onBehalfOfId, today, newId }: Ordered,
): void {
  const task = taskOf(unfolding.tree)
  const doing = { actor, as: actor, today, newId }
  const scene = { ...sceneOf(unfolding.tree, task, doing), parts: {} }
  move(unfolding, task, order, scene, { postId, onBehalfOfId, causedBy: null })
  unfold(unfolding, doing)
}
