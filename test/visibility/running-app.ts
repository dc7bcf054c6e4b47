import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureBuilt } from './built-app.ts'

export interface RunningApp {
  /** Where the web process listens; the worker does not. */
  address: string
  pid: number
  /** What the process wrote down as faults of its own: a request must never be answered by one. */
  faults: () => string[]
  stop: () => Promise<void>
  /** `kill -9`, in the middle of whatever it is at. */
  kill: () => Promise<void>
}

/** The web process as `npm start` runs it, on the database and the files of this test. */
export async function startApp(): Promise<RunningApp> {
  await ensureBuilt()
  return startProcess('server.ts')
}

/** One of the two processes of the product, which must be built. */
export async function startProcess(
  script: 'server.ts' | 'worker.ts',
  { args = [], execArgv = [] }: { args?: string[]; execArgv?: string[] } = {},
): Promise<RunningApp> {
  const child = fork(join(import.meta.dirname, '../..', script), args, {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
    execArgv,
    silent: true,
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => written.push(String(text)))
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    address: await addressOf(child, written),
    pid: child.pid!,
    faults: () => written.join('').split('\n').filter(Boolean),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function addressOf(child: ChildProcess, written: string[]): Promise<string> {
  return new Promise((ready, failed) => {
    child.once('message', ({ address = '' }: { address?: string }) => ready(address))
    child.once('exit', () => failed(new Error(`The process ended before it was ready:\n${written.join('')}`)))
  })
}
