import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { receiveForm, type ReceivedFile } from '#app/files/receive-form.server.ts'
import { rejectionErrors } from '#app/files/rejected-file.ts'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { now } from '#app/platform/clock.server.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { doneAt } from '#app/ui/done.ts'
import { taskPath } from './paths.ts'
import type { AskedOfSubject } from './simple-acts.server.ts'

/** What every form of an act carries beside its own fields. */
const askedSchema = z.object({
  requestKey: z.uuid(),
  revision: z.coerce.number().int().min(0),
})

interface ActRequest<Schema extends z.ZodType> {
  request: Request
  taskId: string
  /** The task itself, or the assignment or request for more time the act is on. */
  subjectId: string
  schema: Schema
  /** The sentence that says what was done, on the task's page. */
  done: `directives:done.${string}`
  /** The use case. */
  perform: (
    asked: AskedOfSubject & { revision: number },
    typed: z.output<Schema>,
    files: ReceivedFile[],
  ) => Promise<unknown>
}

/**
 * The action of every page of an act: reads the form, does the act, and goes back to the task. What cannot be done leaves the
 * form as it was typed, with the reason.
 */
export async function performAct<Schema extends z.ZodType>(act: ActRequest<Schema>) {
  const signedIn = await requireSignedIn(act.request)
  const { fields, files, rejected } = await receiveForm(act.request)
  const schema = z.intersection(askedSchema, act.schema)
  const submission = parseWithZod(fields, { schema, error: zodProblem })
  if (submission.status !== 'success' || rejected.length > 0) {
    const lastResult = submission.reply({ fieldErrors: rejectionErrors(rejected) })
    // A row added or taken away is no fault of the form.
    const isFault = submission.status === 'error' || rejected.length > 0
    return data({ lastResult, problem: null }, { status: isFault ? 400 : 200 })
  }
  const { requestKey, revision } = submission.value
  const asked = { subjectId: act.subjectId, rootId: act.taskId, revision, requestKey, by: signedIn.actor, at: now() }
  try {
    await act.perform(asked, submission.value, files)
  } catch (error) {
    return keepForm(submission, error)
  }
  return redirect(doneAt(taskPath(act.taskId), act.done))
}

/** The same for an act on the task, by the id in the address. */
export function performTaskAct<Schema extends z.ZodType>(
  { request, params }: ActionFunctionArgs,
  act: Pick<ActRequest<Schema>, 'schema' | 'done' | 'perform'>,
) {
  const { taskId = '' } = params
  return performAct({ request, taskId, subjectId: taskId, ...act })
}

/** The same for an act on an assignment, by the ids in the address. */
export function performAssignmentAct<Schema extends z.ZodType>(
  { request, params }: ActionFunctionArgs,
  act: Pick<ActRequest<Schema>, 'schema' | 'done' | 'perform'>,
) {
  const { taskId = '', assignmentId = '' } = params
  return performAct({ request, taskId, subjectId: assignmentId, ...act })
}
