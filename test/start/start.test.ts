import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freePort } from '#app/platform/free-port.server.ts'
import { makeClone, processesOf, removeClone } from './clone.ts'

interface Start {
  child: ChildProcess
  output: () => string
  exited: Promise<number | null>
}

const START_SECONDS = 120
let clone: string
let port: number
let current: Start | undefined

beforeAll(async () => {
  clone = makeClone()
  port = await freePort()
})

afterEach(() => {
  if (current) killGroup(current, 'SIGKILL')
  for (const { pid } of processesOf(clone)) process.kill(pid, 'SIGKILL')
  current = undefined
})

afterAll(() => removeClone(clone))

test('Ctrl-C leaves nothing running, and the second start keeps what the first wrote', async () => {
  const first = await startUntilOpen()
  await expect.poll(first.output).toContain('Demo accounts')
  expect(await answerOf('/healthz')).toBe(200)
  expect(await answerOf('/readyz')).toBe(200)
  const password = demoPassword()
  await expect.poll(first.output).toContain(password)
  await interrupt(first)
  expect(first.output()).not.toMatch(/^\s+at /m)

  const second = await startUntilOpen()
  await expect.poll(second.output).toContain(password)
  expect(second.output()).not.toContain('brought up to date')
  await interrupt(second)
})

test('a second start beside the first is refused in one sentence', async () => {
  const first = await startUntilOpen()
  const second = startNow({ PORT: String(await freePort()) })
  expect(await second.exited).not.toBe(0)
  expect(second.output()).toContain('is in use by another start')
  expect(second.output()).not.toMatch(/^\s+at /m)
  await interrupt(first)
})

test('a taken port is told in one sentence', async () => {
  const first = await startUntilOpen()
  const second = startNow({ DATA_DIR: join(clone, 'other-data') })
  expect(await second.exited).not.toBe(0)
  expect(second.output()).toContain(`Port ${port} is taken`)
  await interrupt(first)
})

test('after kill -9 of everything the next start works', async () => {
  const first = await startUntilOpen()
  const everything = processesOf(clone)
  expect(everything.map(({ command }) => command).join('\n')).toMatch(/worker\.ts[^]*postgres|postgres[^]*worker\.ts/)
  for (const { pid } of everything) tryKill(pid, 'SIGKILL')
  killGroup(first, 'SIGKILL')
  await interrupt(await startUntilOpen())
})

test('after kill -9 of the start alone, web, worker and database end by themselves', async () => {
  const first = await startUntilOpen()
  const start = processesOf(clone).find(({ command }) => /^\S*node start\.ts/.test(command))
  expect(start).toBeDefined()
  tryKill(start?.pid ?? 0, 'SIGKILL')
  await first.exited
  await untilNothingRuns()
})

test.each(['server.ts', 'worker.ts', 'postgres -D'])('a killed %s is started again', async (command) => {
  const first = await startUntilOpen()
  const before = find(command)
  tryKill(before, 'SIGKILL')
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline && (find(command) === 0 || find(command) === before)) await sleep(100)
  expect(find(command)).not.toBe(before)
  while (Date.now() < deadline && (await answerOf('/readyz')) !== 200) await sleep(200)
  expect(await answerOf('/readyz')).toBe(200)
  await interrupt(first)
})

test('a backup of the running application starts on an empty machine with the same accounts', async () => {
  const first = await startUntilOpen()
  const archive = join(clone, 'backup.tar.gz')
  expect(await run('backup', [archive])).toContain('file contents')
  const password = demoPassword()
  await interrupt(first)

  const machine = { DATA_DIR: join(clone, 'other-machine') }
  expect(await run('restore', [archive], machine)).toContain('Restored')
  expect(await run('restore', [archive], machine)).toContain('is not empty')
  const second = await startUntilOpen(machine)
  await expect.poll(second.output).toContain(password)
  expect(second.output()).not.toContain('brought up to date')
  await interrupt(second)
})

test('a bad value in the environment stops the start with a sentence', async () => {
  const refused = startNow({ LOG_LEVEL: 'loud' })
  expect(await refused.exited).not.toBe(0)
  expect(refused.output()).toContain('The environment variable LOG_LEVEL')
  expect(refused.output()).not.toMatch(/^\s+at /m)
})

function startNow(more: Record<string, string> = {}): Start {
  return npm(['start'], more)
}

/** Answers with everything it printed. */
async function run(script: string, args: string[], more: Record<string, string> = {}): Promise<string> {
  const { exited, output } = npm(['run', script, '--', ...args], more)
  await exited
  return output()
}

/** npm with nothing in its environment but where programs lie, the home and a port. */
function npm(args: string[], more: Record<string, string>): Start {
  const systemPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const child = spawn('npm', args, {
    cwd: clone,
    env: {
      PATH: systemPath.join(delimiter),
      HOME: process.env.HOME,
      PORT: String(port),
      ...more,
    } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be sent what a terminal sends: a signal to everyone.
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, exited, output: () => output }
}

async function startUntilOpen(more: Record<string, string> = {}): Promise<Start> {
  const start = startNow(more)
  current = start
  const deadline = Date.now() + START_SECONDS * 1000
  while (!start.output().includes('Open http://')) {
    if (Date.now() > deadline || start.child.exitCode !== null) throw new Error(`It did not start:\n${start.output()}`)
    await sleep(100)
  }
  return start
}

/** What Ctrl-C does: a signal to the whole group. */
async function interrupt(start: Start): Promise<void> {
  killGroup(start, 'SIGINT')
  await start.exited
  await untilNothingRuns()
}

async function untilNothingRuns(): Promise<void> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline && processesOf(clone).length > 0) await sleep(100)
  expect(processesOf(clone)).toEqual([])
}

async function answerOf(path: string): Promise<number> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).status
  } catch {
    return 0
  }
}

function demoPassword(): string {
  return readFileSync(join(clone, 'data', 'demo-password'), 'utf8').trim()
}

function find(command: string): number {
  return (
    processesOf(clone).find((each) => each.command.includes(command) && !each.command.startsWith('/bin/sh'))?.pid ?? 0
  )
}

function killGroup({ child }: Start, signal: NodeJS.Signals): void {
  if (child.pid) tryKill(-child.pid, signal)
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already, which is what was wanted.
  }
}
