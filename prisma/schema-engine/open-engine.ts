import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { CatalogAdapterFactory } from './catalog-adapter.ts'

export type SchemaEngine = bindings.SchemaEngine

interface EngineToOpen {
  /** Address of the database as its owner. */
  url: string
  /** Path and text of each schema file; not needed to apply migrations. */
  datamodels?: [path: string, text: string][]
}

/** The schema engine as WebAssembly: what Prisma otherwise downloads as a program, which an office network may not let through. */
export async function openSchemaEngine({ url, datamodels }: EngineToOpen): Promise<SchemaEngine> {
  await loadBindings()
  return bindings.SchemaEngine.new({ datamodels }, logToErrors, bindMigrationAwareSqlAdapterFactory(new CatalogAdapterFactory(url)))
}

let loading: Promise<void> | undefined

function loadBindings(): Promise<void> {
  loading ??= instantiate()
  return loading
}

async function instantiate(): Promise<void> {
  // The engine tells its last words here before it panics.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: logToErrors } })
  const bindingsPath = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const source = await readFile(bindingsPath.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(source, { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
}

function logToErrors(message: string): void {
  console.error(message)
}
