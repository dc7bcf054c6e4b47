import { hash } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { zodProblem } from '#app/i18n/zod-problem.ts'
import { keepForm } from '#app/platform/respond.server.ts'
import type { Day } from '#workflows/calendar/day.ts'
import type { Moves } from './moves.ts'
import { type PostGoing, readPostsGoing } from './posts-going.server.ts'
import { type HandoverPreview, previewHandover } from './preview-handover.server.ts'

/** What an order was looked at as: shown by its form, and sent back by it. */
export interface OrderLook {
  preview: HandoverPreview
  /** What the preview was made of. */
  seen: string
  /** The order that follows this look is given once, however often it is sent. */
  requestKey: string
  posts: PostGoing[]
}

interface Order<Value> {
  movesOf: (value: Value) => Moves
  /** Whether it may be given: asked before it is looked at. */
  check: (value: Value) => Promise<unknown>
  /** Gives the order and answers with its id. */
  give: (value: Value, requestKey: string) => Promise<string>
}

/** The course of an order: looked at, with all that was typed kept, and then given. */
export async function answerOrder<Schema extends z.ZodType<Record<string, unknown> & { fromDay: Day }>>(
  request: Request,
  schema: Schema,
  { movesOf, check, give }: Order<z.output<Schema>>,
) {
  const form = await request.formData()
  const submission = parseWithZod(form, { schema, error: zodProblem })
  const nothing = { problem: null, look: null }
  // Adding a line to the form comes as an intent of its own.
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply(), ...nothing }, { status: submission.status === 'error' ? 400 : 200 })
  }
  try {
    const { fromDay } = submission.value
    const moves = movesOf(submission.value)
    // What was changed since it was looked at is looked at again.
    const seen = hash('sha256', JSON.stringify({ fromDay, moves }))
    const requestKey = z.uuid().safeParse(form.get('requestKey'))
    if (form.get('intent') === 'order' && form.get('seen') === seen && requestKey.success) {
      return redirect(`/admin/handovers/${await give(submission.value, requestKey.data)}`)
    }
    await check(submission.value)
    const [preview, posts] = await Promise.all([previewHandover(moves, fromDay), readPostsGoing(moves, fromDay)])
    const look: OrderLook = { preview, seen, requestKey: newId(), posts }
    return data({ lastResult: submission.reply(), problem: null, look })
  } catch (error) {
    const kept = keepForm(submission, error)
    return data({ ...nothing, ...kept.data }, kept.init ?? {})
  }
}
