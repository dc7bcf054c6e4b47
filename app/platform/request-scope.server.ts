import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'

const scopes = new AsyncLocalStorage<Map<string, Promise<unknown>>>()

/** Gives what is asked once in a request (who is signed in) a place to be kept until the answer is sent. */
export function requestScope(): RequestHandler {
  return (_request, _response, next) => scopes.run(new Map(), next)
}

/**
 * The loaders of a page run side by side, each with its own copy of the request; what all of them ask is asked once.
 * Outside a request (a job, a test) it is asked every time.
 */
export function oncePerRequest<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answers = scopes.getStore()
  if (!answers) return ask()
  const known = answers.get(question) as Promise<Answer> | undefined
  if (known) return known
  const answer = ask()
  answers.set(question, answer)
  return answer
}
