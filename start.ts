/**
 * `npm start`: all that a person needs who has only Node. Builds if needed, runs PostgreSQL, migrates, seeds on the first start,
 * runs web and worker and keeps them running. Ctrl-C ends everything, the database last.
 */
import { once } from 'node:events'
import { fork, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isBuildCurrent } from '#app/platform/build-stamp.server.ts'
import { lockDataFolder } from '#app/platform/data-lock.server.ts'
import { env, StartRefused } from '#app/platform/env.server.ts'
import { isPortFree } from '#app/platform/free-port.server.ts'
import { prepareDatabase } from '#app/platform/prepare-database.server.ts'
import { readOrMakeSecrets } from '#app/platform/secrets.server.ts'
import { supervise } from '#app/platform/supervise.server.ts'
import type { SeedReport } from './scripts/seed.ts'

/** The web server of a start that was killed ends by itself; it is given this long. */
const PORT_SECONDS = 10

const logFolder = join(env.DATA_DIR, 'log')
/** In the order they were started. */
const running: { stop(): Promise<void> }[] = []
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAndExit(0))

try {
  await start()
} catch (error) {
  // What failed because everything is being stopped is no news.
  if (!stopping) console.error(error instanceof Error ? error.message : error)
  await stopAndExit(1)
}

async function start(): Promise<void> {
  // PostgreSQL may run as another user, who has to pass through; each file in here has a mode of its own.
  mkdirSync(logFolder, { recursive: true, mode: 0o755 })
  await lockDataFolder(env.DATA_DIR)
  await refuseTakenPort()
  if (!isBuildCurrent()) build()

  const database = await prepareDatabase(env.DATA_DIR, tell)
  await keepTrack(database)
  const childEnv = environmentOfChildren(database.applicationUrl)
  const report = await seed(childEnv)
  const worker = supervise({
    name: 'worker',
    script: scriptPath('worker.ts'),
    env: childEnv,
    logFile: join(logFolder, 'worker.log'),
    tell,
  })
  await keepTrack(worker)
  const web = supervise({
    name: 'web server',
    script: scriptPath('server.ts'),
    env: childEnv,
    logFile: join(logFolder, 'web.log'),
    tell,
  })
  await keepTrack(web)
  const [{ address }] = (await Promise.all([web.firstWord, worker.firstWord])) as [{ address: string }, unknown]
  greet(address, report)
}

/** Told to stop while something was starting: it is stopped too, and the start goes no further. */
async function keepTrack(started: { stop(): Promise<void> }): Promise<void> {
  running.push(started)
  if (stopping) {
    await started.stop()
    throw new StartRefused('Stopped while starting.')
  }
}

async function refuseTakenPort(): Promise<void> {
  if (env.PORT === 0) return
  for (const end = Date.now() + PORT_SECONDS * 1000; !(await isPortFree(env.HOST, env.PORT)); await sleep(200)) {
    if (Date.now() > end)
      throw new StartRefused(`Port ${env.PORT} is taken by another program; set PORT to a free one.`)
  }
}

function build(): void {
  tell('Building, which takes a minute...')
  const { status } = spawnSync(process.execPath, [scriptPath('scripts/build.ts')], { stdio: 'ignore' })
  if (status !== 0) throw new StartRefused('The application could not be built; `npm run build` shows why.')
}

async function seed(childEnv: NodeJS.ProcessEnv): Promise<SeedReport> {
  const child = fork(scriptPath('scripts/seed.ts'), { env: childEnv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const failed = once(child, 'exit').then(([code]) => {
    throw new StartRefused(`The first data could not be made (exit code ${code}).`)
  })
  const [report] = (await Promise.race([once(child, 'message'), failed])) as [SeedReport]
  failed.catch(() => undefined)
  return report
}

function environmentOfChildren(databaseUrl: string): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: env.NODE_ENV,
    DATA_DIR: env.DATA_DIR,
    DATABASE_URL: databaseUrl,
    SECRET: env.SECRET ?? readOrMakeSecrets(env.DATA_DIR).secret,
  }
}

/** In one piece, so that who waits for the address has the accounts with it. */
function greet(address: string, { outcome, demo }: SeedReport): void {
  const lines = [`\nOpen ${address}   (Ctrl-C stops; logs are in ${logFolder})`]
  if (outcome.made === 'firstAdministrator') {
    lines.push(`\nSign in as ${outcome.username} with the one-time code ${outcome.code}, and choose a password.`)
  }
  if (demo) {
    lines.push(`\nDemo accounts, each with the password ${demo.password}`)
    const width = Math.max(...demo.accounts.map(({ username }) => username.length))
    lines.push(...demo.accounts.map(({ username, title }) => `  ${username.padEnd(width)}  ${title}`))
  }
  tell(lines.join('\n'))
}

async function stopAndExit(code: number): Promise<never> {
  stopping ??= stopAll()
  await stopping
  process.exit(code)
}

/** Web and worker together, then the database they write to. */
async function stopAll(): Promise<void> {
  const [database, ...processes] = running
  await Promise.all(processes.map((each) => each.stop()))
  await database?.stop()
}

function scriptPath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}

function tell(sentence: string): void {
  console.log(sentence)
}
