import type { Request, RequestHandler } from 'express'
import { answerInWords } from './respond.server.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every request that may change something must come from our own pages. It is checked before anything else looks at the
 * request, so no action can forget it. Cookies are SameSite=Lax as well; this also covers a neighbour under the same site.
 */
export function originCheck({ publicUrl }: { publicUrl: URL | null }): RequestHandler {
  return (request, response, next) => {
    if (READS.has(request.method) || isFromOurselves(request, publicUrl)) return next()
    answerInWords(request, response, { status: 403, code: 'foreignOrigin' })
  }
}

/**
 * A browser sends Origin with every form it posts, and Sec-Fetch-Site where it knows it. A request with neither comes from
 * no browser (a script of an operator): it carries nobody's cookies unasked, so it cannot be a forgery.
 */
function isFromOurselves(request: Pick<Request, 'headers'>, publicUrl: URL | null): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false // "null": a sandboxed frame or a redirect across sites
  const { host: originHost } = new URL(origin)
  return originHost === host || originHost === publicUrl?.host
}
