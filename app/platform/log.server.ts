import { AsyncLocalStorage } from 'node:async_hooks'
import { pino } from 'pino'
import { env } from './env.server.ts'

const requestIds = new AsyncLocalStorage<string>()

/** One JSON object a line on standard output; lines written while a request is answered carry its id. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = requestIds.getStore()
    return requestId ? { requestId } : {}
  },
  redact: {
    paths: ['password', 'token', 'secret', 'code', 'cookie', 'authorization'].flatMap((key) => [
      key,
      `*.${key}`,
      `*.*.${key}`,
    ]),
    censor: '[removed]',
  },
})

/** Runs work whose log lines carry the id: a request, or a job. */
export function withRequestId<Result>(requestId: string, work: () => Result): Result {
  return requestIds.run(requestId, work)
}
