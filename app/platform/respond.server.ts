/**
 * The one place where an error becomes an answer.
 *
 * - `answering(build)` wraps every loader and action of the built app, so a thin route only calls its use case: a
 *   SpokenError it lets through becomes the status and the words (code and values, said by the error page in the reader's
 *   language); anything else is a fault: logged once with the request's id, shown as a calm page with that id.
 * - `keepForm` is for an action whose form should stay as it was typed when the use case refuses or somebody was quicker.
 * - `answerInWords` is for what has no page: the middleware before the app.
 *
 * Errors are told apart here and not in routes, because only modules that Node loads (`.server.ts`) share one SpokenError.
 */
import { data, type ActionFunction, type AppLoadContext, type LoaderFunction, type ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { localeIn, localeOf, type Locale } from '#app/i18n/locale.ts'
import { problemWords, type Problem } from '#app/i18n/problem.ts'
import { translateFor } from '#app/i18n/translator.server.ts'
import { noteAnsweredBy } from './answered-route.server.ts'
import { BadInput, Busy, NotFound, SpokenError } from './errors.ts'
import type {} from '#app/load-context.ts'
import { log } from './log.server.ts'
import { NoFreeConnection } from './statements.server.ts'
import { isUnstorableText } from './unstorable-text.server.ts'
import { guardWrites, WriteRefused } from './write-guard.server.ts'

/** What an error page is given. A fault carries no words of its own, only the id under which it was logged. */
export interface ErrorPageData {
  problem: Problem
  requestId: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Handler = LoaderFunction & ActionFunction
type HandlerArguments = Parameters<Handler>[0]

/** What matters here of a built route; Remix leaves its type open. */
interface RouteModule {
  loader?: Handler
  action?: Handler
  default?: unknown
}

export function answering(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const module = route?.module as RouteModule | undefined
    if (!module) return [id, route]
    const at = {
      routeId: id,
      depth: depthOf(build, route?.parentId),
      hasPage: module.default !== undefined,
      idNames: idNamesIn(route?.path),
    }
    const handlers = {
      ...(module.loader && { loader: answered(module.loader, at) }),
      ...(module.action && { action: answered(guarded(module.action, id), at) }),
    }
    return [id, { ...route, module: { ...module, ...handlers } }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

/** Every action of the app, and so every form there is, passes here; but for these, which must go on while nothing may be written. */
const UNGUARDED = /^routes\/(sign-in(\..+)?|sign-out|language|admin\.operations\.read-only)$/

function guarded(action: Handler, routeId: string): Handler {
  return UNGUARDED.test(routeId) ? action : (args) => guardWrites(() => action(args))
}

interface Answered {
  routeId: string
  /** How many frames stand around it. */
  depth: number
  hasPage: boolean
  /** The parameters of the route's own path that are ids. */
  idNames: string[]
}

function answered(handler: Handler, { hasPage, routeId, depth, idNames }: Answered): Handler {
  return async (args: HandlerArguments) => {
    noteAnsweredBy(routeId, depth)
    try {
      // What is no id is the id of nothing; the database would not even read it.
      if (idNames.some((name) => !UUID.test(args.params[name] ?? ''))) throw new NotFound()
      return await handler(args)
    } catch (error) {
      // A redirect or an answer the route threw on purpose.
      if (!(error instanceof Error)) throw error
      const { status, page } = explain(error, args, routeId)
      throw hasPage ? data(page, { status }) : plainAnswer(localeOf(args.request), status, page.problem)
    }
  }
}

function depthOf(build: ServerBuild, parentId: string | undefined): number {
  return parentId === undefined ? 0 : 1 + depthOf(build, build.routes[parentId]?.parentId)
}

function explain(
  error: Error,
  { context }: HandlerArguments,
  routeId: string,
): { status: number; page: ErrorPageData } {
  const spoken = spokenOf(error)
  if (spoken) {
    return { status: spoken.status, page: { problem: { code: spoken.code, values: spoken.values }, requestId: null } }
  }
  logFault(error, context, routeId)
  return { status: 500, page: { problem: { code: 'unexpected', values: {} }, requestId: context.requestId } }
}

/** What the database refuses in its own way is spoken too where it is no fault. */
function spokenOf(error: unknown): SpokenError | null {
  if (error instanceof SpokenError) return error
  if (error instanceof NoFreeConnection) return new Busy()
  if (error instanceof WriteRefused) return error.refusal
  return isUnstorableText(error) ? new BadInput('badRequest') : null
}

/** `tasks/:taskId/acts/:act` has one: a parameter that ends in Id is the id of a row. */
function idNamesIn(path = ''): string[] {
  return [...path.matchAll(/:(\w+Id)\b/g)].map(([, name]) => name!)
}

export function logFault(error: unknown, { requestId }: AppLoadContext, routeId?: string): void {
  log.error({ err: error, requestId, routeId }, 'fault')
}

/**
 * For the `catch` of an action with a form: the refusal goes back beside the form and what was typed stays in it.
 *
 * ```ts
 * try { await acceptResult(...) } catch (error) { return keepForm(submission, error) }
 * ```
 * The action's data is `{ lastResult, problem }`: the first for `useForm`, the second for `<ProblemNotice>`.
 * What is not the form's matter (not visible, a fault, a redirect) is thrown on.
 */
export function keepForm<Result>(submission: { reply: () => Result }, error: unknown) {
  const { problem, status } = problemOfForm(error)
  return data({ lastResult: submission.reply(), problem }, { status })
}

/** The same for an action whose page needs more than that to stand again. */
export function problemOfForm(error: unknown): { problem: Problem; status: number } {
  const spoken = spokenOf(error)
  if (!spoken || spoken.status === 404 || spoken.status === 401) throw error
  return { problem: { code: spoken.code, values: spoken.values }, status: spoken.status }
}

/** An answer without a page, in the language of the request's cookie. */
export function answerInWords(
  request: ExpressRequest,
  response: ExpressResponse,
  { status, code }: { status: number; code: string },
): void {
  const locale = localeIn(request.headers.cookie)
  response
    .vary('Cookie')
    .status(status)
    .type('text/plain')
    .send(problemWords(translateFor(locale), { code, values: {} }))
}

function plainAnswer(locale: Locale, status: number, problem: Problem): Response {
  const words = problemWords(translateFor(locale), problem)
  return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', vary: 'Cookie' } })
}
