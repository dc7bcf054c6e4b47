import type { LoaderFunctionArgs } from '@remix-run/node'
import { v7 as newId } from 'uuid'
import { now, officeTime } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireSignedIn, type SignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import type { AssignmentAct } from '#workflows/assignment/events.ts'
import { isPast } from '#workflows/calendar/due-hour.ts'
import type { TaskAct } from '#workflows/task/events.ts'
import { readTaskPage, type ShownAssignment } from './task-page.server.ts'

interface ActPageQuestion {
  request: Request
  signedIn: SignedIn
  taskId: string
  /** The assignment the act is on, */
  assignmentId?: string
  /** or the request for more time; without either it is on the task. */
  requestId?: string
  act: string
}

/**
 * What the page of an act shows: the task in short, why the act is not open if it is not, and what was kept of a form whose
 * session had ended.
 *
 * @throws NotFound when the task, or what the act is on, is not there or not visible
 */
export async function readActPage({ request, signedIn, taskId, assignmentId, requestId, act }: ActPageQuestion) {
  const { actor, principals } = signedIn
  const seen = officeTime(now())
  const task = await readTaskPage({ taskId, actor, principals, ...seen })
  const asked = task.requests.find(({ id }) => id === requestId) ?? null
  const assignment = task.assignments.find(({ id }) => id === (asked?.assignmentId ?? assignmentId)) ?? null
  if ((requestId && !asked) || (assignmentId && !assignment)) throw new NotFound()
  const subject = asked ?? assignment ?? task
  const timed = assignment ?? task
  const shown = subject.acts.find((each) => each.act === act)
  if (!shown) throw new NotFound()
  return {
    requestKey: newId(),
    taskId,
    content: task.content,
    dueOn: timed.dueOn,
    dueHour: timed.dueHour,
    extensions: timed.extensions,
    outerDueOn: task.outerDueOn,
    kind: asked ? ('extensionRequest' as const) : assignment ? ('assignment' as const) : ('task' as const),
    holder: assignment?.holder ?? null,
    isLead: assignment?.isLead ?? false,
    isContribution: assignment?.isContribution ?? false,
    percent: assignment?.percent ?? 0,
    isLate: timed.dueOn !== null && isPast({ dueOn: timed.dueOn, dueHour: timed.dueHour }, seen),
    /** Whom the lead would go on without. */
    openSupporters: assignment?.isLead ? task.assignments.filter(hasNotReported).map(({ holder }) => holder) : [],
    asked,
    revision: subject.revision,
    refusal: shown.refusal,
    steps: task.steps,
    kept: await keptFields(request, signedIn),
  }
}

export type ActPageWords = Awaited<ReturnType<typeof readActPage>>

/** The loader of the page of an act on a task. */
export async function loadTaskAct({ request, params }: LoaderFunctionArgs, act: TaskAct): Promise<ActPageWords> {
  const signedIn = await requireSignedIn(request)
  return readActPage({ request, signedIn, taskId: params.taskId ?? '', act })
}

/** The loader of the page of an act on an assignment. */
export async function loadAssignmentAct(
  { request, params }: LoaderFunctionArgs,
  act: AssignmentAct,
): Promise<ActPageWords> {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  return readActPage({ request, signedIn, taskId, assignmentId, act })
}

function hasNotReported({ isContribution, state }: ShownAssignment): boolean {
  return isContribution && !['reported', 'done', 'withdrawn'].includes(state)
}
