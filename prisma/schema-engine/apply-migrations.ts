/**
 * Runs as a thread of its own, started by app/platform/migrate.server.ts: the engine takes much memory and leaves a timer behind
 * that would hold the process for ten seconds; both go when the thread is ended.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { openSchemaEngine } from './open-engine.ts'

export interface MigrationsToApply {
  ownerUrl: string
  migrationsList: MigrationList
}

const { ownerUrl, migrationsList } = workerData as MigrationsToApply
const { engine, close } = await openSchemaEngine({ url: ownerUrl })
const applied = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
await close()
parentPort?.postMessage(applied.appliedMigrationNames)
