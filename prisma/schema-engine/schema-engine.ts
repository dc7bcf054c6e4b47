#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine: the command line starts it (PRISMA_SCHEMA_ENGINE_BINARY, see scripts/prisma.ts),
 * asks by JSON-RPC on standard input, one request a line, and is answered on standard output.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { connectionParts } from './connection-parts.ts'
import { type OpenEngine, openSchemaEngine } from './open-engine.ts'

interface Request {
  id: number
  method?: string
  params?: unknown
}

type EngineMethod = (params: unknown) => Promise<{ stdout?: string | null } | null | undefined>

interface EngineError extends Error {
  code?: string
  meta?: unknown
}

/** JSON-RPC error of the native engine that says: a message for people follows. */
const SPOKEN_ERROR = 4466

const { values: options, positionals } = parseArgs({
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true } },
  allowPositionals: true,
  strict: false,
})
const url = databaseUrl(options.datasource)

if (positionals.includes('cli')) await answerCanConnect(url)
else await answerRequests(url)

/** `schema-engine cli can-connect-to-database`: the exit code is the answer. */
async function answerCanConnect(databaseUrl: string): Promise<void> {
  const client = new pg.Client(connectionParts(databaseUrl))
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function answerRequests(databaseUrl: string): Promise<void> {
  // The engine's own waiting does not hold Node's event loop.
  const keepAlive = setInterval(() => undefined, 60_000)
  // Opened by the first request, so that a database out of reach is that request's error.
  let engine: Promise<OpenEngine> | undefined
  const datamodels = schemaFiles(options.datamodels)
  const openOnce = () => (engine ??= openSchemaEngine({ url: databaseUrl, datamodels, onLog: console.error }))
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue
    const request = JSON.parse(line) as Request
    // Without a method it is the command line's thanks for something printed.
    if (request.method !== undefined) await answer(openOnce, request, request.method)
  }
  const opened = await engine
  await opened?.close()
  clearInterval(keepAlive)
}

async function answer(open: () => Promise<OpenEngine>, { id, params }: Request, asked: string): Promise<void> {
  const method = asked === 'getDatabaseVersion' ? 'version' : asked
  try {
    const { engine } = await open()
    const call = (engine as unknown as Record<string, EngineMethod | undefined>)[method]
    if (!call) throw new Error(`The schema engine has no method ${method}.`)
    const result = await call.call(engine, params)
    if (result?.stdout) print(id, result.stdout)
    send({ id, result: result ?? null })
  } catch (error) {
    const { message, meta, code } = error as EngineError
    send({ id, error: { code: SPOKEN_ERROR, message, data: { is_panic: false, message, meta, error_code: code } } })
  }
}

/** A request of ours. Its id is a word, so that it never meets one of the command line's numbers. */
function print(id: number, content: string): void {
  send({ id: `print-${id}`, method: 'print', params: { content } })
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function databaseUrl(datasource: string | boolean | undefined): string {
  const parsed = JSON.parse(typeof datasource === 'string' ? datasource : '{}') as { url?: string }
  return parsed.url ?? 'postgresql://localhost/none'
}

function schemaFiles(paths: (string | boolean)[] | string | boolean | undefined): [string, string][] | undefined {
  if (!Array.isArray(paths)) return undefined
  return paths.map(String).map((path) => [path, readFileSync(path, 'utf8')])
}
