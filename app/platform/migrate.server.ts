import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSchemaEngine } from '#prisma/schema-engine/open-engine.ts'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Brings the database to the newest migration, as `prisma migrate deploy` does; answers with the names of those applied now. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const engine = await openSchemaEngine({ url: ownerUrl })
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: MIGRATIONS_FOLDER,
      lockfile: { path: 'migration_lock.toml', content: await readFile(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8') },
      shadowDbInitScript: '',
      migrationDirectories: await Promise.all((await migrationNames()).map(migrationDirectory)),
    },
    filters: { externalTables: [], externalEnums: [] },
  })
  return appliedMigrationNames
}

/** Every migration of this version of the program, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function migrationDirectory(name: string) {
  const script = await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8')
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } } }
}
