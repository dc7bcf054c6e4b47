/** The web process: `node server.ts`. It serves what `npm run build` made. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { identifyListener } from '#app/notices/identify-listener.server.ts'
import { type NoticeStreams, openNoticeStreams } from '#app/notices/notice-streams.server.ts'
import { startMetricsAt } from '#app/operations/start-metrics.server.ts'
import { type FollowedClock, followDatabaseClock } from '#app/platform/database-clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { env, StartRefused } from '#app/platform/env.server.ts'
import { createWebApp } from '#app/platform/http.server.ts'
import { isLoopback } from '#app/platform/loopback.ts'
import { log } from '#app/platform/log.server.ts'
import type { Metrics } from '#app/platform/metrics.server.ts'
import { pingQueue } from '#app/platform/queue-probe.server.ts'
import { hasDemoAccounts } from '#app/sign-in/demo-accounts.server.ts'

/** How long running requests may take to finish once the process was told to stop. */
const GRACE_SECONDS = 10

try {
  await start()
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exit(1)
}

async function start(): Promise<void> {
  await keepDemoAccountsHome()
  const clock = await followDatabaseClock()
  const metrics = await startMetricsAt(env.METRICS_PORT)
  const notices = openNoticeStreams(identifyListener)
  const app = createWebApp({
    build: await builtApp(),
    probes: { database: () => db.$queryRaw`select 1`, queue: pingQueue },
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null,
    trustedProxies: env.TRUST_PROXY,
    streams: { '/notices/stream': notices.handler },
    tellStatements: env.STATEMENT_HEADER,
  })
  const server = app.listen(env.PORT, env.HOST)
  server.once('error', refuseInWords)
  server.once('listening', () => announce(server))
  // Longer than a proxy keeps its own connections, so that it is never the one surprised.
  server.keepAliveTimeout = 75_000
  stopWhenTold(server, { clock, metrics, notices })
}

/** The demo accounts share one password: whoever could reach them from another machine would be in. */
async function keepDemoAccountsHome(): Promise<void> {
  const hosts = [env.HOST, env.PUBLIC_URL ? new URL(env.PUBLIC_URL).hostname : env.HOST]
  const reachedFromOutside = hosts.find((host) => !isLoopback(host))
  if (!reachedFromOutside || !(await hasDemoAccounts().catch(refuseWithoutDatabase))) return
  throw new StartRefused(
    `There are demo accounts, so the application does not listen on ${reachedFromOutside}: lock them or give them passwords ` +
      'of their own, or start with DEMO=false on an empty data folder.',
  )
}

function refuseWithoutDatabase(error: unknown): never {
  log.error({ err: error }, 'the database could not be asked whether there are demo accounts')
  throw new StartRefused('The database does not answer as it should: is DATABASE_URL right, and is it migrated?')
}

async function builtApp(): Promise<ServerBuild> {
  // React decides by NODE_ENV, when it is first loaded, whether to be its slow and talkative self.
  process.env.NODE_ENV ??= 'production'
  const file = new URL('./build/server/index.js', import.meta.url)
  try {
    return (await import(file.href)) as ServerBuild
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new StartRefused(`The application is not built (${(error as Error).message}); run \`npm run build\` first.`)
  }
}

function announce(server: Server): void {
  const { address, port, family } = server.address() as AddressInfo
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
  log.info({ address: url }, 'web is listening')
  process.send?.({ ready: true, address: url })
}

function refuseInWords(error: NodeJS.ErrnoException): void {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${env.PORT} is taken by another program; set PORT to a free one.`,
    EACCES: `Port ${env.PORT} may not be used by this account; set PORT to one above 1023.`,
    EADDRNOTAVAIL: `The address ${env.HOST} is not one of this machine; set HOST to one that is.`,
  }
  console.error(reasons[error.code ?? ''] ?? `The web server could not start: ${error.message}`)
  process.exit(1)
}

/** What goes on beside the server. */
interface Beside {
  clock: FollowedClock
  metrics: Metrics | null
  notices: NoticeStreams
}

/** Ctrl-C reaches every process of the group; a parent that died without a word is noticed by its closed channel. */
function stopWhenTold(server: Server, { clock, metrics, notices }: Beside): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    clock.close()
    void metrics?.close()
    void notices.close()
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_SECONDS * 1000)
    server.close(() => {
      clearTimeout(cut)
      void db.$disconnect().finally(() => process.exit(0))
    })
    server.closeIdleConnections()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.connected) process.once('disconnect', stop)
}
