import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'

/**
 * A young generation of 8 MiB instead of V8's own choice: rendering makes much that dies at once, and under load the process
 * kept hundreds of MiB of it. An old generation that may grow to 512 MiB, not to gigabytes: what lives in it is 60, and the more it
 * may grow, the later it is swept (docs/performance.md).
 */
export const NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=8', '--max-old-space-size=512']

interface Supervision {
  /** How the console calls it. */
  name: string
  /** A script that Node runs. */
  script: string
  env: NodeJS.ProcessEnv
  /** Takes what it writes; a person at the console is spared it. */
  logFile: string
  /** Takes a sentence for the console. */
  tell: (sentence: string) => void
}

export interface Supervised {
  /** Settles with what the process first says over its channel; fails in words when it ends before that, and is not started again. */
  firstWord: Promise<unknown>
  stop(): Promise<void>
}

/** Longest wait for running work to finish, a little more than the processes give themselves. */
const STOP_SECONDS = 15
const FIRST_PAUSE_SECONDS = 1
const LONGEST_PAUSE_SECONDS = 30
/** One that ran so long did not fail at its start: the next pause is short again. */
const STEADY_SECONDS = 60
const LOG_BYTES = 20 * 1024 * 1024

/** Runs a script as a process of its own and starts it again, after a pause, whenever it ends unasked. */
export function supervise({ name, script, env, logFile, tell }: Supervision): Supervised {
  let child: ChildProcess
  let isStopping = false
  let pauseSeconds = FIRST_PAUSE_SECONDS
  let again: NodeJS.Timeout | undefined
  let hasSpoken = false
  const { promise: firstWord, resolve, reject } = Promise.withResolvers<unknown>()
  // Not everybody waits for it.
  firstWord.catch(() => undefined)

  run()
  return { firstWord, stop }

  function run(): void {
    const startedAt = Date.now()
    const log = openLog(logFile)
    child = spawn(process.execPath, [...NODE_OPTIONS, script], { env, stdio: ['ignore', log, log, 'ipc'] })
    closeSync(log)
    child.once('message', (word) => {
      hasSpoken = true
      resolve(word)
    })
    child.once('exit', (code, signal) => {
      if (isStopping) return
      if (!hasSpoken) return reject(new Error(`The ${name} did not start: ${lastLine(logFile)}`))
      if (Date.now() - startedAt > STEADY_SECONDS * 1000) pauseSeconds = FIRST_PAUSE_SECONDS
      tell(`The ${name} ended (${signal ?? code}) and starts again in ${pauseSeconds} s; ${logFile} says why.`)
      again = setTimeout(run, pauseSeconds * 1000)
      pauseSeconds = Math.min(pauseSeconds * 2, LONGEST_PAUSE_SECONDS)
    })
  }

  async function stop(): Promise<void> {
    isStopping = true
    clearTimeout(again)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000)
    await ended
    clearTimeout(late)
  }
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? ''
}

/** Appends; a large log becomes the previous one, so that two of them at most lie about. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
