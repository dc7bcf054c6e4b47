import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const STAMP_FILE = join(PROJECT, 'build', 'stamp')

/** Whatever goes into the built pages; server modules stay outside of them. */
const SOURCES = [
  'app/**/*.{ts,tsx,css,js,json}',
  'workflows/**/*.ts',
  'public/**/*',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
]

/** Whether `build/` was made from the sources as they are now. */
export function isBuildCurrent(): boolean {
  return existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === sourceStamp()
}

export function stampBuild(): void {
  writeFileSync(STAMP_FILE, sourceStamp())
}

/** By content, not by time: a fresh clone and a switched branch carry the time of the checkout. */
function sourceStamp(): string {
  const stamp = createHash('sha256')
  const files = globSync(SOURCES, { cwd: PROJECT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.(test|server)\.tsx?$/.test(path))
    .sort()
  for (const file of files)
    stamp.update(file.slice(PROJECT.length)).update('\0').update(readFileSync(file)).update('\0')
  return stamp.digest('hex')
}
