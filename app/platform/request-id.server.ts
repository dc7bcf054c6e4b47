import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { withRequestId } from './log.server.ts'

/**
 * Names each request, for the log and for the page a person sees when something failed.
 * A name sent from outside is not taken over: it would let a stranger write into our log.
 */
export function requestId(): RequestHandler {
  return (_request, response, next) => {
    const id = randomUUID()
    response.locals.requestId = id
    response.setHeader('x-request-id', id)
    withRequestId(id, next)
  }
}
