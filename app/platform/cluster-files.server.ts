import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readlinkSync } from 'node:fs'
import { chown, cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { nativeFolder } from './cluster-programs.server.ts'

/** The system user a process runs as; undefined means: as ourselves. */
export interface RunAs {
  uid: number
  gid: number
}

/** Where PostgreSQL's programs and files lie when the user `postgres` may not enter the project's folder. */
const OUTSIDE_FOLDER = '/var/lib/van-ban-dieu-hanh'

/** PostgreSQL refuses to run as root. Root starts it as the user `postgres`, made when missing. */
export function clusterUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and a user `postgres` could not be made; start as an ordinary user.',
    )
  }
  return { uid, gid }
}

/** The folder of PostgreSQL's programs; a copy outside the project when the cluster's user may not enter it. */
export async function programFolder(runAs: RunAs | undefined): Promise<string> {
  const { folder, version } = await nativeFolder()
  if (!runAs || mayEnter(join(folder, 'bin'), runAs)) return folder
  const copy = join(OUTSIDE_FOLDER, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  await mkdir(OUTSIDE_FOLDER, { recursive: true, mode: 0o755 })
  // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
  const unfinished = await mkdtemp(`${copy}.`)
  await cp(folder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', unfinished])
  // Somebody else's copy may have come first; it is as good as ours.
  await rename(join(unfinished, 'native'), copy).catch(() => undefined)
  await rm(unfinished, { recursive: true, force: true })
  return copy
}

/**
 * The folder of the cluster's files, made when missing: `cluster` under the data folder. When the cluster's user may not enter
 * there, `cluster` is a link to a folder outside; the link is what belongs to this data folder, so a new data folder
 * never meets another's tables.
 */
export async function clusterFolder(dataFolder: string, runAs: RunAs | undefined): Promise<string> {
  const folder = join(dataFolder, 'cluster')
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(folder)
  if (!runAs) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return folder
  }
  if (mayEnter(dataFolder, runAs)) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chown(folder, runAs.uid, runAs.gid)
    return folder
  }
  await mkdir(OUTSIDE_FOLDER, { recursive: true, mode: 0o755 })
  const outside = await mkdtemp(join(OUTSIDE_FOLDER, 'cluster-'))
  await chown(outside, runAs.uid, runAs.gid)
  await symlink(outside, folder)
  return outside
}

/** Asked of the system by trying it: modes, groups and access lists of every folder on the way have their say. */
function mayEnter(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder], { ...runAs, cwd: '/' }).status === 0
}

function idOf(which: '-u' | '-g'): number | undefined {
  const answer = spawnSync('id', [which, 'postgres'], { encoding: 'utf8' })
  return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : undefined
}
