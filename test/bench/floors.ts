/**
 * The application in a process where what it sends to the database can be heard. Each request that is measured is asked once here;
 * then the same statements are run directly, prepared, over one connection: nothing can answer sooner than they do.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import pg from 'pg'
import { asApplication } from '#app/platform/database-address.server.ts'
import { db } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { createWebApp } from '#app/platform/http.server.ts'
import { verifyLog } from '#app/workflow/verify-log.server.ts'
import { openBrowser } from './browser.ts'
import { fillForm } from './page-form.ts'
import { percentile } from './percentile.ts'
import { type HeardStatement, hearStatements } from './hear-statements.ts'

export interface FloorQuestion {
  name: string
  kind: 'page' | 'search' | 'act' | 'export'
  path: string
  cookie: string
  typed: Record<string, string>
}

interface Floor {
  name: string
  /**
   * The statement that takes longest; of an act, all of its transaction one after the other, then a commit. (The time of an export
   * is that of all of its statements.)
   */
  statement: string
  plan: string[]
  milliseconds: number
  /** Every statement of the request, with how long it takes by itself. */
  statements: { statement: string; milliseconds: number }[]
}

export interface FloorReport {
  floors: Floor[]
  verified: { roots: number; steps: number; firstBreak: unknown }
}

const TIMES = 15
const VERIFIED_ROOTS = 2000

process.once('message', ({ question }: { question: FloorQuestion[] }) => {
  report(question).then(
    (result) => process.send!({ result }, () => process.exit(0)),
    (error: unknown) => process.send!({ error: String(error) }, () => process.exit(1)),
  )
})

async function report(questions: FloorQuestion[]): Promise<FloorReport> {
  const file = new URL('../../build/server/index.js', import.meta.url)
  const build = (await import(file.href)) as ServerBuild
  const app = createWebApp({ build, probes: {}, publicUrl: null, trustedProxies: 0, tellStatements: false })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = new pg.Client(asApplication(env.DATABASE_URL!))
  await client.connect()
  await client.query(`set statement_timeout = '60s'`)

  const floors: Floor[] = []
  for (const question of questions) floors.push(await floorOf(question, origin, client))
  const verified = await verifyLog(db, { atMost: VERIFIED_ROOTS })
  return { floors, verified }
}

async function floorOf(question: FloorQuestion, origin: string, client: pg.Client): Promise<Floor> {
  const heard = await hear(question, origin)
  const timed: { statement: HeardStatement; milliseconds: number }[] = []
  await client.query('begin')
  const longest = MOST_MS / heard.length
  for (const statement of heard) {
    timed.push({ statement, milliseconds: await timeOf(client, statement, { kind: question.kind, longest }) })
  }
  await client.query('rollback')
  const slowest = timed.reduce((slow, each) => (each.milliseconds > slow.milliseconds ? each : slow))
  const whole = await timeOfWhole(client, question.kind, { heard, timed, slowest: slowest.milliseconds })
  return {
    name: question.name,
    statement: question.kind === 'act' ? heard.map(({ text }) => text).join(';\n') : slowest.statement.text,
    plan: await planOf(client, heard, slowest.statement),
    milliseconds: whole,
    statements: timed.map(({ statement, milliseconds }) => ({ statement: statement.text, milliseconds })),
  }
}

async function timeOfWhole(
  client: pg.Client,
  kind: FloorQuestion['kind'],
  { heard, timed, slowest }: { heard: HeardStatement[]; timed: { milliseconds: number }[]; slowest: number },
): Promise<number> {
  if (kind === 'act') return timeOfAct(client, heard)
  return kind === 'export' ? timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0) : slowest
}

/** What the application sends for one request, in order. An act is taken back where it would have been committed. */
async function hear({ kind, path, cookie, typed }: FloorQuestion, origin: string): Promise<HeardStatement[]> {
  const browser = openBrowser(origin, 1)
  try {
    const page = await browser.ask({ path, cookie, plain: true })
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    const form = kind === 'act' ? fillForm(page.text, typed) : undefined
    const heard = await hearStatements({ keeps: kind !== 'act' }, () => browser.ask({ path, cookie, form }))
    // That it was taken out is recorded, once.
    return kind === 'export' ? heard.filter(({ text }) => !/^\s*insert/i.test(text)) : heard
  } finally {
    browser.close()
  }
}

/** What the statements of one request may take together, each being run at least once: a report has fifty, some of a second. */
const MOST_MS = 4000

/** A page's statement many times; an act's once, in its place, because it changes what the next one finds. */
async function timeOf(
  client: pg.Client,
  statement: HeardStatement,
  { kind, longest }: { kind: FloorQuestion['kind']; longest: number },
): Promise<number> {
  const times: number[] = []
  const repeats = kind === 'act' || kind === 'export' ? 1 : TIMES
  const first = performance.now()
  for (let n = 0; n < repeats && (n === 0 || performance.now() - first < longest); n++) {
    const began = performance.now()
    await run(client, statement)
    times.push(performance.now() - began)
  }
  return percentile(times, 0.5)
}

/** The act as a whole, taken back each time so that it can be done again. A commit of its own stands for the one it would make. */
async function timeOfAct(client: pg.Client, heard: HeardStatement[]): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now()
    await client.query('begin')
    for (const statement of heard) await run(client, statement)
    await client.query('rollback')
    await client.query(`select pg_logical_emit_message(true, 'bench', 'as much as a commit')`)
    times.push(performance.now() - began)
  }
  return percentile(times, 0.5)
}

async function planOf(client: pg.Client, heard: HeardStatement[], slowest: HeardStatement): Promise<string[]> {
  await client.query('begin')
  try {
    for (const before of heard.slice(0, heard.indexOf(slowest))) await run(client, before)
    const { text, values } = slowest
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values)
    return rows.map((row) => row['QUERY PLAN'])
  } finally {
    await client.query('rollback')
  }
}

const names = new Map<string, string>()

async function run(client: pg.Client, { text, values }: HeardStatement): Promise<void> {
  const name = names.get(text) ?? `floor_${names.size}`
  names.set(text, name)
  await client.query({ name, text, values })
}
