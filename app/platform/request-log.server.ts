import type { RequestHandler } from 'express'
import { log } from './log.server.ts'

/** One line for each request: how it was asked and answered, never what was asked for (query) or sent (body). */
export function requestLog(): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    const { method } = request
    const route = routeOf(request.path)
    response.once('close', () => {
      const ms = Math.round(performance.now() - start)
      const status = response.writableFinished ? response.statusCode : 'aborted'
      log.info({ method, route, status, ms }, 'request')
    })
    next()
  }
}

/** The path with what names one thing taken out: `/tasks/0199…/report` is `/tasks/:id/report`, so lines can be grouped. */
export function routeOf(path: string): string {
  const segments = path.split('/').map((segment) => (isName(segment) ? ':id' : segment))
  return segments.join('/')
}

function isName(segment: string): boolean {
  return /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|.{40,})(\.data)?$/i.test(segment)
}
