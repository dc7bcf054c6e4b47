import { v7 as newId } from 'uuid'
import type { Actor } from '#workflows/actor.ts'
import type { Refusal } from '#workflows/permit.ts'
import { type AskedEvent, plan, planTask } from '#workflows/plan.ts'
import { type Asking, standingOf } from '#workflows/standing.ts'
import type { TaskAct } from '#workflows/task/events.ts'
import type { TaskNode, Tree } from '#workflows/tree.ts'
import { draftOf, type Move } from '#workflows/unfold.ts'
import { recordOf, type Series } from './series.ts'

/*
 * A series moves by no machine, yet who may do what to it is decided by that of its tasks: the machine is asked about the task a
 * period would open. So nobody issues by a series what they could not issue task by task, and a changed permit changes both.
 */

export const seriesActs = ['issue', 'edit', 'stop'] as const
export type SeriesAct = (typeof seriesActs)[number]

/** The act on a task that asks for the same right. */
const sameAsOnTask: Record<'draft' | 'assigned', Record<SeriesAct, TaskAct>> = {
  draft: { issue: 'issue', edit: 'edit', stop: 'discard' },
  assigned: { issue: 'issue', edit: 'changeContent', stop: 'revoke' },
}

/** Why somebody may not enter a series; null where they may. */
export function enteringRefusal(series: Series, actor: Actor): Refusal | null {
  const made = planTask({ id: series.id, record: recordOf(series, null), actor })
  return made.ok ? null : made.refusal
}

/** Why an act on a series is not open to somebody; null where it is. */
export function refusalIn(series: Series, act: SeriesAct, who: Asking): Refusal | null {
  if (series.state === 'stopped') return { code: 'seriesIsStopped' }
  if (series.state === 'over' && act === 'stop') return { code: 'seriesIsOver' }
  const { tree, task } = taskToAsk(series)
  return standingOf(tree, task, sameAsOnTask[task.state][act], who, null).refusal
}

/** In which post, and for whom, somebody issues or stops a series: as the step of a task would say. @throws where they may not */
export function capacityIn(
  series: Series,
  event: AskedEvent & { type: Exclude<SeriesAct, 'edit'> },
  who: Asking,
): Pick<Move, 'postId' | 'onBehalfOfId'> {
  const { tree, task } = taskToAsk(series)
  const onTask = { ...event, type: sameAsOnTask[task.state][event.type] }
  const made = plan(tree, { subjectId: task.id, event: onTask, newId, ...who })
  if (!made.ok) throw new Error('capacityIn asks about a permitted act only')
  return made.moves[0]!
}

function taskToAsk(series: Series): { tree: Tree; task: TaskNode & { state: 'draft' | 'assigned' } } {
  const state = series.state === 'draft' ? ('draft' as const) : ('assigned' as const)
  const task = { ...draftOf(series.id, recordOf(series, null)), state }
  return { tree: { rootId: task.id, nodes: new Map([[task.id, task]]) }, task }
}
