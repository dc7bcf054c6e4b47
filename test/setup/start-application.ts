import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { freePort } from '#app/platform/free-port.server.ts'
import { runningOwnDatabase } from '#app/platform/own-database.server.ts'
import type { RunningApplication } from './application.global.ts'

export interface StartedApplication {
  application: RunningApplication
  /** Ends it and removes every file of it. */
  stop: () => Promise<void>
}

const START_SCRIPT = fileURLToPath(new URL('../../start.ts', import.meta.url))

/**
 * What a person gets who types `npm start`: the whole application, built if it is not, with the demo organisation.
 * @param environment beside what this process has
 */
export async function startApplication(environment: Record<string, string> = {}): Promise<StartedApplication> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'docflow-e2e-'))
  // The user `postgres`, as which it runs when we are root, has to pass through.
  await chmod(dataFolder, 0o755)
  const child = spawn(process.execPath, [START_SCRIPT], {
    env: {
      ...process.env,
      ...environment,
      NODE_ENV: 'production',
      DATA_DIR: dataFolder,
      PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // A run that ends before its teardown takes the application along.
  const takeAlong = () => child.kill('SIGTERM')
  process.once('exit', takeAlong)
  const stop = async () => {
    process.off('exit', takeAlong)
    await end(child)
    await removeData(dataFolder)
  }
  try {
    const address = await addressOf(child)
    const password = readFileSync(join(dataFolder, 'demo-password'), 'utf8').trim()
    return { application: { address, password, ...runningOwnDatabase(dataFolder)! }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line)
    const address = /^Open (\S+)/.exec(line)?.[1]
    if (!address) continue
    child.stdout!.resume()
    return address
  }
  throw new Error(`The application did not start:\n${said.join('\n')}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Run as root, the tables lie outside the folder, behind a link. */
async function removeData(dataFolder: string): Promise<void> {
  const cluster = join(dataFolder, 'cluster')
  if (existsSync(cluster)) await rm(realpathSync(cluster), { recursive: true, force: true })
  await rm(dataFolder, { recursive: true, force: true })
}
