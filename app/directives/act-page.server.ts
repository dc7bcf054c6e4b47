import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { SignedIn } from '#app/sign-in/identify.server.ts'
import { keptFields } from '#app/sign-in/kept-form.server.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'
import { readTaskPage } from './task-page.server.ts'

/** What every form of an act carries beside its own fields. */
export const askedSchema = z.object({
  requestKey: z.uuid(),
  revision: z.coerce.number().int().min(0),
  /** The newest step the person had before their eyes: a lost race shows those that came after it. */
  seenStep: z.coerce.number().int().min(0).optional(),
})

/** The asking part of a use case's input, from the form and whoever sent it. */
export function askedOf(
  signedIn: SignedIn,
  subjectId: string,
  { requestKey, revision }: z.infer<typeof askedSchema>,
): AskedOfSubject {
  return { subjectId, revision, requestKey, by: signedIn.actor, at: now() }
}

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
