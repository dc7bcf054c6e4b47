import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NODE_OPTIONS } from '#app/platform/supervise.server.ts'

export interface AppProcess {
  pid: number
  /** Where the web server listens. */
  address: string
  stop(): Promise<void>
}

/** Starts `server.ts` or `worker.ts` as `npm start` does, and waits until it says that it is ready. */
export async function startApp(
  script: 'server.ts' | 'worker.ts',
  env: Record<string, string>,
  logFile: string,
): Promise<AppProcess> {
  const log = openSync(logFile, 'a')
  const child = fork(fileURLToPath(new URL(`../../${script}`, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: NODE_OPTIONS,
    stdio: ['ignore', log, log, 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}; its log is ${logFile}.`)
  })
  const [ready] = (await Promise.race([once(child, 'message'), ended])) as [{ address?: string }]
  ended.catch(() => undefined)
  return { pid: child.pid!, address: ready.address ?? '', stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}

export interface Memory {
  /** Resident: shared pages counted whole. */
  rssMiB: number
  /** Proportional: each shared page divided among those who share it. */
  pssMiB: number
}

export function memoryOf(pids: number[]): Memory {
  const sum = (field: string) => pids.reduce((kilobytes, pid) => kilobytes + rollupField(pid, field), 0)
  return { rssMiB: Math.round(sum('Rss') / 1024), pssMiB: Math.round(sum('Pss') / 1024) }
}

/** The postmaster, known by the parent of one of its sessions, and all it has started. */
export function postgresPids(sessionPid: number): number[] {
  const postmaster = parentOf(sessionPid)
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)]
}

function parentOf(pid: number): number {
  try {
    // The name in brackets may hold anything; what follows it does not.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1])
  } catch {
    return -1
  }
}

function rollupField(pid: number, field: string): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
  } catch {
    // It ended meanwhile.
    return 0
  }
}
