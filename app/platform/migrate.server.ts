import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm'
import type { MigrationsToApply } from '#prisma/schema-engine/apply-migrations.ts'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/**
 * Brings the database to the newest migration, as `prisma migrate deploy` does, or only through the ones named.
 * Answers with the names of those applied now.
 */
export async function migrate(ownerUrl: string, names?: string[]): Promise<string[]> {
  const work: MigrationsToApply = { ownerUrl, migrationsList: await readMigrations(names) }
  const thread = new Worker(new URL('../../prisma/schema-engine/apply-migrations.ts', import.meta.url), {
    workerData: work,
  })
  try {
    const [applied] = (await once(thread, 'message')) as [string[]]
    return applied
  } finally {
    await thread.terminate()
  }
}

/** The migrations with their texts, in the shape the engine takes them. */
export async function readMigrations(names?: string[]): Promise<MigrationList> {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all((names ?? (await migrationNames())).map(migrationDirectory)),
  }
}

/** Every migration of this version of the program, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function migrationDirectory(name: string): Promise<MigrationDirectory> {
  const script = await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8')
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } } }
}
