import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { migrate, readMigrations } from '#app/platform/migrate.server.ts'
import { openSchemaEngine } from './open-engine.ts'

const schemaFolder = fileURLToPath(new URL('../schema', import.meta.url))
const noFilter = { externalTables: [], externalEnums: [] }

test('the parts of Prisma are of one version, and the engine of the commit they name', () => {
  const { version } = packageOf('prisma')
  for (const part of ['@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils']) {
    expect(packageOf(part).version, part).toBe(version)
  }
  // "7.10.0-4.<commit>": what the command line would download is what we load.
  const { dependencies } = packageOf('@prisma/engines')
  expect(packageOf('@prisma/schema-engine-wasm').version).toBe(dependencies['@prisma/engines-version'])
})

test('the migrations make the schema, no more and no less', async () => {
  // The shadow database is made and dropped by the superuser, as on a developer's machine.
  const { engine, close } = await openSchemaEngine({ url: `${inject('cluster').superuserUrl}postgres` })
  try {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: true,
      filters: noFilter,
    })
    expect(difference.stdout).toBe('-- This is an empty migration.\n')
    expect(difference.exitCode).toBe(0)
  } finally {
    await close()
  }
})

test('a database that is up to date is left as it is', async () => {
  expect(await migrate(process.env.DATABASE_OWNER_URL ?? '')).toEqual([])
})

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder).map((name) => {
    const path = join(schemaFolder, name)
    return { path, content: readFileSync(path, 'utf8') }
  })
}

interface PackageFile {
  version: string
  dependencies: Record<string, string>
}

/** Read from the folder: not every package lets its package.json be imported. */
function packageOf(name: string): PackageFile {
  const folder = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.map((place) => join(place, name))
    .find((place) => existsSync(place))
  return JSON.parse(readFileSync(join(folder ?? '', 'package.json'), 'utf8')) as PackageFile
}
