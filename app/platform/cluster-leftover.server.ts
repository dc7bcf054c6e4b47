import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The lock file PostgreSQL writes: process id, folder, start, port, ... and in the eighth line its condition. */
export interface LockFile {
  pid: number
  port: number
  ready: boolean
}

const PATIENCE_SECONDS = 30

export function readLockFile(tables: string): LockFile | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(tables, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Ends what an earlier start left behind, so that PostgreSQL can be started on the folder: a server whose parents were killed is
 * asked to stop; the lock of one that is dead, or waits as a zombie for a parent that never asks, is taken away.
 */
export async function endLeftover(tables: string): Promise<void> {
  const lock = readLockFile(tables)
  if (!lock) return
  const ours = () => processesIn(tables) ?? (isAlive(lock.pid) ? [lock.pid] : [])
  if (ours().includes(lock.pid)) tryKill(lock.pid, 'SIGINT')
  // Without its postmaster a backend ends by itself; a second server beside a living backend would ruin the tables.
  for (const end = Date.now() + PATIENCE_SECONDS * 1000; ours().length > 0; await sleep(50)) {
    if (Date.now() > end) {
      throw new Error(`An earlier PostgreSQL (process ${lock.pid}) does not stop; end it and start again.`)
    }
  }
  rmSync(join(tables, 'postmaster.pid'), { force: true })
}

/** On Linux, the living processes whose working folder is this one: every process of PostgreSQL, and no zombie. */
function processesIn(folder: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === folder)
    .map(Number)
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  return tryKill(pid, 0)
}

function tryKill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
