import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterFolder, clusterUser, programFolder, type RunAs } from './cluster-files.server.ts'
import { endLeftover, readLockFile } from './cluster-leftover.server.ts'
import { freePort } from './free-port.server.ts'

interface ClusterToStart {
  /** The cluster's files lie in `cluster` under it, its log beside them. */
  dataFolder: string
  /** Of the superuser `postgres`; the same at every start. */
  password: string
  /** False for tests: quick, and worth nothing after a power cut. */
  durable: boolean
  /** Tried first; any free port when absent or taken. */
  port?: number
}

export interface Cluster {
  port: number
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  /** Ends the sessions, writes everything down and stops. */
  stop(): Promise<void>
}

const START_SECONDS = 60
const STOP_SECONDS = 30
const PORT_TRIES = 5
/** PostgreSQL takes nothing from the person who happens to start it: no language, no PGDATA. */
const BARE_ENVIRONMENT: NodeJS.ProcessEnv = Object.create(null) as NodeJS.ProcessEnv

/**
 * Ends the server when its standard input closes, so that PostgreSQL never outlives the process that started it, however that
 * one ended. A background command has no input of its own in a shell, hence the third channel.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null & server=$!
{ read _ <&3; kill -INT $server; } & watcher=$!
wait $server; status=$?
kill $watcher 2>/dev/null
exit $status
`

/** Starts PostgreSQL on the data folder, made on the first start, listening on loopback on a free port. */
export async function startCluster({ dataFolder, password, durable, port }: ClusterToStart): Promise<Cluster> {
  const runAs = clusterUser()
  const programs = await programFolder(runAs)
  const folder = realpathSync(await clusterFolder(dataFolder, runAs))
  const tables = join(folder, 'tables')
  if (!existsSync(tables)) await initialise({ programs, tables, password, runAs })
  await endLeftover(tables)
  const logFile = join(dataFolder, 'postgresql.log')
  for (let tries = 1; ; tries += 1) {
    try {
      return await serve({
        programs,
        tables,
        logFile,
        durable,
        runAs,
        port: tries === 1 && port ? port : await freePort(),
      })
    } catch (error) {
      const portTaken = error instanceof Error && error.message.includes('could not create any TCP/IP sockets')
      if (!portTaken || tries === PORT_TRIES) throw error
    }
  }
}

interface FirstUse {
  programs: string
  tables: string
  password: string
  runAs: RunAs | undefined
}

async function initialise({ programs, tables, password, runAs }: FirstUse): Promise<void> {
  // Made beside and renamed: a first start cut short leaves nothing that looks like a cluster.
  const unfinished = `${tables}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  const passwordFolder = await mkdtemp(join(tmpdir(), 'cluster-'))
  const passwordFile = join(passwordFolder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (runAs) for (const path of [passwordFolder, passwordFile]) await chown(path, runAs.uid, runAs.gid)
  // The builtin provider sorts alike on every machine; lists for people ask for the collation vi-x-icu.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const flags = [
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--lc-messages=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const access = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
  ]
  const made = spawnSync(
    join(programs, 'bin', 'initdb'),
    ['-D', unfinished, '--no-instructions', ...access, ...flags],
    {
      ...runAs,
      cwd: '/',
      env: BARE_ENVIRONMENT,
      encoding: 'utf8',
    },
  )
  await rm(passwordFolder, { recursive: true, force: true })
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its files: ${lastLines(made.stderr || String(made.error))}`)
  await rename(unfinished, tables)
}

interface ServerToStart {
  programs: string
  tables: string
  logFile: string
  durable: boolean
  runAs: RunAs | undefined
  port: number
}

async function serve({ programs, tables, logFile, durable, runAs, port }: ServerToStart): Promise<Cluster> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A file, not a pipe: nobody has to read on for the server to write on.
  const log = openSync(logFile, 'w', 0o600)
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARD, 'guard', join(programs, 'bin', 'postgres'), '-D', tables, '-p', String(port), ...flags],
    {
      ...runAs,
      cwd: '/',
      env: BARE_ENVIRONMENT,
      stdio: ['pipe', log, log],
      // A session of its own: Ctrl-C reaches the web server and the worker first, and the database only through `stop`.
      detached: true,
    },
  )
  closeSync(log)
  const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve()))
  await untilReady({ guard, tables, port, logFile })
  return { port, ended, stop: () => stop({ guard, tables, ended }) }
}

interface Starting {
  guard: ChildProcess
  tables: string
  port: number
  logFile: string
}

async function untilReady({ guard, tables, port, logFile }: Starting): Promise<void> {
  for (const end = Date.now() + START_SECONDS * 1000; Date.now() < end; await sleep(20)) {
    const lock = readLockFile(tables)
    if (lock?.ready && lock.port === port) return
    if (guard.exitCode !== null || guard.signalCode !== null) break
  }
  guard.stdin?.end()
  throw new Error(`PostgreSQL did not start: ${lastLines(readFileSync(logFile, 'utf8'))}`)
}

interface Stopping {
  guard: ChildProcess
  tables: string
  ended: Promise<void>
}

async function stop({ guard, tables, ended }: Stopping): Promise<void> {
  const late = setTimeout(() => {
    const lock = readLockFile(tables)
    if (lock) process.kill(lock.pid, 'SIGQUIT')
  }, STOP_SECONDS * 1000)
  guard.stdin?.end()
  await ended
  clearTimeout(late)
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n')
}
