import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm'
import { openSchemaEngine } from '#prisma/schema-engine/open-engine.ts'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Brings the database to the newest migration, as `prisma migrate deploy` does; answers with the names of those applied now. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const { engine, close } = await openSchemaEngine({ url: ownerUrl })
  try {
    const migrationsList = await readMigrations()
    const applied = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
    return applied.appliedMigrationNames
  } finally {
    await close()
  }
}

/** The migrations with their texts, in the shape the engine takes them. */
export async function readMigrations(): Promise<MigrationList> {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all((await migrationNames()).map(migrationDirectory)),
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
