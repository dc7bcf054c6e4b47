import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler } from 'express'
import { noteRequest } from './metrics.server.ts'

interface Answer {
  route: string
  depth: number
}

/** What no route of the app answered: an address there is none for, or one refused before the app. */
const NONE = 'none'

const answers = new AsyncLocalStorage<Answer>()

/** Measures each request under the id of the route that answered it, which the handlers of the routes say. */
export function requestDurations(): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    const answer: Answer = { route: NONE, depth: -1 }
    const { method } = request
    response.once('close', () => {
      const status = response.writableFinished ? String(response.statusCode) : 'aborted'
      noteRequest({ route: answer.route, method, status, seconds: (performance.now() - start) / 1000 })
    })
    answers.run(answer, next)
  }
}

/** A page's frames answer beside it: the innermost is the page. */
export function noteAnsweredBy(route: string, depth: number): void {
  const answer = answers.getStore()
  if (!answer || depth <= answer.depth) return
  answer.route = route
  answer.depth = depth
}
