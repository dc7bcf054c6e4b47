import { execFileSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuildCurrent } from '#app/platform/build-stamp.server.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A clone of the project, built, in a folder that nobody else may enter: run as root, PostgreSQL's user cannot either.
 * The packages are shared by a link; `npm ci` is what CI ran before.
 */
export function makeClone(): string {
  if (!isBuildCurrent()) execFileSync(process.execPath, ['scripts/build.ts'], { cwd: project, stdio: 'pipe' })
  const clone = mkdtempSync(join(tmpdir(), 'docflow-clone-'))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  })
  for (const file of files.trim().split('\n')) {
    mkdirSync(join(clone, dirname(file)), { recursive: true })
    cpSync(join(project, file), join(clone, file))
  }
  for (const made of ['build', 'prisma/generated']) cpSync(join(project, made), join(clone, made), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'))
  return clone
}

export function removeClone(clone: string): void {
  for (const folder of clustersOf(clone)) rmSync(folder, { recursive: true, force: true })
  rmSync(clone, { recursive: true, force: true })
}

/** Every living process that runs a script of the clone, or PostgreSQL on its data. */
export function processesOf(clone: string): { pid: number; command: string }[] {
  const places = [clone, ...clustersOf(clone)]
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandOf(name), folder: folderOf(name) }))
    .filter(({ command, folder }) => places.some((place) => command.includes(place) || folder.startsWith(place)))
    .map(({ pid, command }) => ({ pid, command }))
}

/** As root the files of a cluster lie outside the clone, behind a link. */
function clustersOf(clone: string): string[] {
  return globSync('*/cluster', { cwd: clone }).map((link) => realpathSync(join(clone, link)))
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}
