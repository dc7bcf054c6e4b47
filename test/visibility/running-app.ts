import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureBuilt } from './built-app.ts'

export interface RunningApp {
  address: string
  /** What the process wrote down as faults of its own: a request must never be answered by one. */
  faults: () => string[]
  stop: () => Promise<void>
}

/** The web process as `npm start` runs it, on the database and the files of this test. */
export async function startApp(): Promise<RunningApp> {
  await ensureBuilt()
  const child = fork(join(import.meta.dirname, '../../server.ts'), {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
    execArgv: [],
    silent: true,
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => written.push(String(text)))
  const address = await addressOf(child, written)
  return {
    address,
    faults: () => written.join('').split('\n').filter(Boolean),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function addressOf(child: ChildProcess, written: string[]): Promise<string> {
  return new Promise((listening, failed) => {
    child.once('message', ({ address }: { address: string }) => listening(address))
    child.once('exit', () => failed(new Error(`The web process ended before it listened:\n${written.join('')}`)))
  })
}
