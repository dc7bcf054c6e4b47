import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefused } from './env.server.ts'

/**
 * Takes the data folder for this process, until it ends, however it ends: the lock is a socket somebody listens on, and a
 * dead process listens on nothing. Refused in words when another start has it.
 */
export async function lockDataFolder(folder: string): Promise<void> {
  const address = lockAddress(folder)
  if (await listenAlone(address)) return
  if (await isAnswered(address)) {
    throw new StartRefused(`The data folder ${folder} is in use by another start; stop that one first.`)
  }
  // Where the lock is a file, a killed process leaves it behind.
  rmSync(address, { force: true })
  await listenAlone(address)
}

export async function isDataFolderTaken(folder: string): Promise<boolean> {
  return isAnswered(lockAddress(folder))
}

/** Named after the folder itself, not the way to it. On Linux the name lives in the kernel and leaves no file behind. */
function lockAddress(folder: string): string {
  const { dev, ino } = statSync(folder)
  const name = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)
  return process.platform === 'linux' ? `\0docflow-${name}` : join(tmpdir(), `docflow-${name}.sock`)
}

function listenAlone(address: string): Promise<boolean> {
  const server = createServer((socket) => socket.destroy())
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(address, () => resolve(true))
  })
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
