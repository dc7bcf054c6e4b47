import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { isBuildCurrent } from '#app/platform/build-stamp.server.ts'

const project = join(import.meta.dirname, '../..')

/** One after the other: two test files must not build into one folder. */
const BUILD_LOCK = 2021_09_09

interface ManifestRoute {
  id: string
  parentId?: string
  path?: string
  hasAction: boolean
}

export interface BuiltRoute {
  id: string
  /** The whole address, with its parameters: /tasks/:taskId/acts/:act */
  path: string
  hasAction: boolean
}

/** Builds the product unless `build/` is of the sources as they are. */
export async function ensureBuilt(): Promise<void> {
  const client = new pg.Client(`${inject('cluster').superuserUrl}postgres`)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [BUILD_LOCK])
    if (isBuildCurrent()) return
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: project })
    if (status !== 0) throw new Error(`The product could not be built:\n${String(stdout)}\n${String(stderr)}`)
  } finally {
    await client.end()
  }
}

/** Every route of the built product. */
export function routesBuilt(): BuiltRoute[] {
  const files = globSync('build/client/assets/manifest-*.js', { cwd: project })
  if (files.length !== 1) throw new Error(`The build has ${files.length} route manifests; run \`npm run build\` again.`)
  const script = readFileSync(join(project, files[0]!), 'utf8')
  const json = script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)
  const { routes } = JSON.parse(json) as { routes: Record<string, ManifestRoute> }
  const pathOf = ({ parentId, path }: ManifestRoute): string =>
    `${parentId ? pathOf(routes[parentId]!) : ''}${path ? `/${path}` : ''}`
  return Object.values(routes).map((route) => ({ id: route.id, path: pathOf(route), hasAction: route.hasAction }))
}
