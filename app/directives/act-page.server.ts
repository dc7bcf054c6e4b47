import type { LoaderFunctionArgs } from '@remix-run/node'
import { v7 as newId } from 'uuid'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { requireSignedIn, type SignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import type { AssignmentAct } from '#workflows/assignment/events.ts'
import { readTaskPage } from './task-page.server.ts'

interface ActPageQuestion {
  request: Request
  signedIn: SignedIn
  taskId: string
  /** The assignment the act is on; without one it is on the task. */
  assignmentId?: string
  act: string
}

/**
 * What the page of an act shows: the task in short, why the act is not open if it is not, and what was kept of a form whose
 * session had ended.
 *
 * @throws NotFound when task or assignment is not there or not visible
 */
export async function readActPage({ request, signedIn, taskId, assignmentId, act }: ActPageQuestion) {
  const { actor, principals } = signedIn
  const task = await readTaskPage({ taskId, actor, principals, today: officeDay(now()) })
  const assignment = task.assignments.find(({ id }) => id === assignmentId)
  if (assignmentId && !assignment) throw new NotFound()
  const subject = assignment ?? task
  const shown = subject.acts.find((each) => each.act === act)
  if (!shown) throw new NotFound()
  return {
    requestKey: newId(),
    taskId,
    content: task.content,
    dueOn: subject.dueOn,
    kind: assignment ? ('assignment' as const) : ('task' as const),
    holder: assignment?.holder ?? null,
    isLead: assignment?.isLead ?? false,
    percent: assignment?.percent ?? 0,
    revision: subject.revision,
    refusal: shown.refusal,
    steps: task.steps,
    kept: await keptFields(request, signedIn),
  }
}

export type ActPageWords = Awaited<ReturnType<typeof readActPage>>

/** The loader of the page of an act on an assignment. */
export async function loadAssignmentAct(
  { request, params }: LoaderFunctionArgs,
  act: AssignmentAct,
): Promise<ActPageWords> {
  const signedIn = await requireSignedIn(request)
  const { taskId = '', assignmentId = '' } = params
  return readActPage({ request, signedIn, taskId, assignmentId, act })
}
