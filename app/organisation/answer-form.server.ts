import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'

/**
 * The course every form of administration takes: what is wrong goes back beside its field, a refusal above the form, and
 * what was carried out leads on to the page that `carryOut` names.
 */
export async function answerForm<Schema extends z.ZodType<Record<string, unknown>>>(
  request: Request,
  schema: Schema,
  carryOut: (value: z.output<Schema>) => Promise<string>,
) {
  const submission = parseWithZod(await request.formData(), { schema, error: zodProblem })
  if (submission.status !== 'success') return data({ lastResult: submission.reply(), problem: null }, { status: 400 })
  try {
    return redirect(await carryOut(submission.value))
  } catch (error) {
    return keepForm(submission, error)
  }
}
