import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { CatalogAdapterFactory } from './catalog-adapter.ts'
import { connectionParts } from './connection-parts.ts'

type SchemaEngine = bindings.SchemaEngine

export interface OpenEngine {
  engine: SchemaEngine
  /** Ends the engine's connections, which otherwise keep the process alive. */
  close: () => Promise<void>
}

interface EngineToOpen {
  /** Address of the database as its owner. */
  url: string
  /** Path and text of each schema file; not needed to apply migrations. */
  datamodels?: [path: string, text: string][]
  /** Takes the engine's running commentary, JSON in lines. */
  onLog?: (line: string) => void
}

/** The schema engine as WebAssembly: what Prisma otherwise downloads as a program, which an office network may not let through. */
export async function openSchemaEngine({
  url,
  datamodels,
  onLog = () => undefined,
}: EngineToOpen): Promise<OpenEngine> {
  await loadBindings()
  const adapters = new CatalogAdapterFactory(connectionParts(url))
  const engine = await bindings.SchemaEngine.new({ datamodels }, onLog, bindMigrationAwareSqlAdapterFactory(adapters))
  return { engine, close: () => adapters.disconnect() }
}

let loading: Promise<void> | undefined

function loadBindings(): Promise<void> {
  loading ??= instantiate()
  return loading
}

async function instantiate(): Promise<void> {
  // The engine tells its last words here before it panics.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const bindingsPath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const source = await readFile(bindingsPath.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(source, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
}
