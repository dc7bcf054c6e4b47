import { resolve } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import { requestDurations } from './answered-route.server.ts'
import { bodyLimit } from './body-limit.server.ts'
import { CLIENT_ADDRESS_HEADER } from './client-address.server.ts'
import { safetyHeaders } from './headers.server.ts'
import { log } from './log.server.ts'
import { originCheck } from './origin-check.server.ts'
import { requestId } from './request-id.server.ts'
import { requestLog } from './request-log.server.ts'
import { requestScope } from './request-scope.server.ts'
import { answering, answerInWords } from './respond.server.ts'
import { countStatements, statementsSoFar } from './statements.server.ts'

export interface WebAppOptions {
  build: ServerBuild
  /** What must be reachable for this process to be of use, by name; a probe that throws or is slow counts as not. */
  probes: Record<string, () => Promise<unknown>>
  /** The address people type, where a proxy stands in front. */
  publicUrl: URL | null
  /** How many proxies in front are believed about the client's address. */
  trustedProxies: number
  /** Addresses answered by a stream that stays open, which is nothing for the built app. */
  streams?: Record<string, RequestHandler>
  /** For measuring: each answer says how many statements it took. */
  tellStatements: boolean
}

const PROBE_SECONDS = 2
const RETRY_SECONDS = 5

/** The web application: the guards in front, in the order they must stand, then the built app. */
export function createWebApp({
  build,
  probes,
  publicUrl,
  trustedProxies,
  streams = {},
  tellStatements,
}: WebAppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustedProxies)

  app.use(requestId(), ...safetyHeaders({ https: publicUrl?.protocol === 'https:' }))
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('alive'))
  app.get('/readyz', readiness(probes))
  app.use(compression())
  app.use('/assets', express.static(resolve('build/client/assets'), { immutable: true, maxAge: '1y', index: false }))
  app.use(express.static(resolve('build/client'), { maxAge: '1h', index: false }))

  app.use(
    requestLog(),
    requestDurations(),
    readableAddress(),
    originCheck({ publicUrl }),
    bodyLimit(),
    settleAddresses(publicUrl, trustedProxies),
  )
  app.use(requestScope(), (_request, _response, next) => countStatements(next))
  app.use(retryHeader())
  if (tellStatements) app.use(statementHeader())
  for (const [path, answer] of Object.entries(streams)) app.get(path, answer)
  app.use(
    createRequestHandler({
      build: answering(build),
      mode: 'production',
      getLoadContext: (_request, response) => ({
        nonce: String(response.locals.nonce),
        requestId: String(response.locals.requestId),
      }),
    }),
  )
  app.use(lastResort())
  return app
}

/** Nothing behind here should have to expect an address that is no text. */
function readableAddress(): RequestHandler {
  return (request, response, next) => {
    if (isText(request.path) && !request.url.includes(NUL)) return next()
    answerInWords(request, response, { status: 400, code: 'badRequest' })
  }
}

/** In an address. No database keeps a text with one. */
const NUL = '%00'

/** `/%E0%A4%A` is none. */
function isText(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * From here on the request says the truth about where it came from and where it went: the client's address is the
 * socket's (or the trusted proxy's word), and the host is the one people type.
 */
function settleAddresses(publicUrl: URL | null, trustedProxies: number): RequestHandler {
  return (request, _response, next) => {
    request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? ''
    if (trustedProxies === 0) {
      for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for']) delete request.headers[name]
    }
    if (publicUrl) {
      request.headers.host = publicUrl.host
      delete request.headers['x-forwarded-host']
    }
    next()
  }
}

function readiness(probes: WebAppOptions['probes']): RequestHandler {
  return (_request, response) => {
    const asked = Object.entries(probes).map(async ([name, probe]) => [name, await isReachable(probe)] as const)
    void Promise.all(asked).then((answers) => {
      const isReady = answers.every(([, reachable]) => reachable)
      response.status(isReady ? 200 : 503).json(Object.fromEntries(answers))
    })
  }
}

async function isReachable(probe: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((settle) => {
    timer = setTimeout(() => settle(false), PROBE_SECONDS * 1000)
  })
  const answered = Promise.resolve()
    .then(probe)
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer))
}

/** Whoever finds the system busy learns when to ask again, be it of a page, of its data or of a file. */
function retryHeader(): RequestHandler {
  return (_request, response, next) => {
    beforeHead(response, () => {
      if (response.statusCode === 503) response.setHeader('retry-after', RETRY_SECONDS)
    })
    next()
  }
}

function statementHeader(): RequestHandler {
  return (_request, response, next) => {
    beforeHead(response, () => response.setHeader('x-statements', statementsSoFar()))
    next()
  }
}

function beforeHead(response: Response, setHeaders: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response
  response.writeHead = (...args: unknown[]) => {
    if (!response.headersSent) setHeaders()
    return writeHead(...args)
  }
}

/** What no page could answer, such as an address that is no text. The connection of a half-sent answer is cut. */
function lastResort(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusIn(error)
    if (status === 500) log.error({ err: error }, 'fault')
    if (response.headersSent) return next(error)
    answerInWords(request, response, { status, code: status === 500 ? 'unexpected' : 'badRequest' })
  }
}

function statusIn(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 500 ? status : 500
}
