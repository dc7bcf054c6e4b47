/**
 * `npm run bench`: loads an office with the history of years, runs the built application on it and measures pages and acts against
 * the budgets. What it measures and how is told in docs/performance.md.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { isBuildCurrent } from '#app/platform/build-stamp.server.ts'
import { type BenchDatabase, openBenchDatabase } from './database.ts'
import type { FloorQuestion, FloorReport } from './floors.ts'
import { type Measured, type Role, roles, whatIsMeasured } from './measured.ts'
import { EXPORT_FLOOR, measureJobs } from './measured-jobs.ts'
import { measureAll, rowName } from './measure.ts'
import { callPeople, signIn } from './people.ts'
import { type AppProcess, memoryOf, postgresPids, startApp } from './processes.ts'
import { printReport } from './report.ts'
import { benchSize } from './size.ts'
import type { SweepReport } from './sweeps.ts'
import { tell } from './tell.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RESULTS = join(ROOT, 'bench', 'results.json')

const size = benchSize()
if (!isBuildCurrent()) {
  tell('Building the application')
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The application could not be built; `npm run build` shows why.')
}
const database = await openBenchDatabase(size)
const folder = mkdtempSync(join(tmpdir(), 'docflow-bench-app-'))
/** Ended whatever happens, the last first. */
const running: { stop(): unknown }[] = [{ stop: () => database.close() }]
try {
  await measureOn(database)
} finally {
  for (const each of running.toReversed()) await each.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measureOn({
  superuserUrl,
  applicationUrl,
  office,
  password,
  loadSeconds,
}: BenchDatabase): Promise<void> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  running.push({ stop: () => client.end() })
  const counts = await countRows(client)
  const measured = await whatIsMeasured(client, office, size)
  const env = {
    DATABASE_URL: applicationUrl,
    DATA_DIR: folder,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    STATEMENT_HEADER: 'true',
    SECRET: 'of the bench, and of nothing else in the world',
  }
  const web = await startApp('server.ts', env, join(folder, 'web.log'))
  running.push(web)
  const worker = await startApp('worker.ts', env, join(folder, 'worker.log'))
  running.push(worker)
  const people = callPeople()
  running.push(people)
  const memory = async () => ({
    web: memoryOf([web.pid]),
    worker: memoryOf([worker.pid]),
    postgres: memoryOf(await postgresNow(client)),
  })
  const atRest = await memory()
  const cookies = await signInAll(web, measured, password)
  const { floors, verified } = await findFloors(questionsOf(measured, cookies), env)
  const floorOf = (name: string) => floors.find((floor) => floor.name === name)!.milliseconds
  const rows = await measureAll(measured, { people, origin: web.address, cookies, size, floorOf })
  const afterwards = await memory()
  const { jobs } = measured
  const asked = { jobs, client, origin: web.address, cookie: cookies.secretariat, workerPid: worker.pid, floorOf }
  const ofJobs = await measureJobs(asked)
  const sweeps = await measureSweeps(env)
  const results = {
    rows: [...rows, ...ofJobs.rows],
    floors,
    memory: { atRest, afterwards },
    workerWhileExportingMiB: ofJobs.workerMiB,
    sweeps,
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version,
    },
    counts,
    verified,
    loadSeconds,
    at: new Date().toISOString(),
  }
  mkdirSync(join(ROOT, 'bench'), { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
  printReport(results)
  console.log(`\nWritten to ${RESULTS}`)
}

async function signInAll(web: AppProcess, { usernames }: Measured, password: string): Promise<Record<Role, string>> {
  const cookies = {} as Record<Role, string>
  for (const role of roles) cookies[role] = await signIn(web.address, usernames[role], password)
  return cookies
}

function questionsOf({ pages, acts, jobs }: Measured, cookies: Record<Role, string>): FloorQuestion[] {
  const exported = { name: EXPORT_FLOOR, kind: 'export' as const, path: `/tasks/export?${jobs.exportSearch}` }
  const asked = [...pages, ...acts].map((each) => ({
    name: rowName(each),
    kind: each.kind,
    path: each.paths[0]!,
    cookie: cookies[each.as],
    typed: each.kind === 'act' ? each.typed : {},
  }))
  return [...asked, { ...exported, cookie: cookies.secretariat, typed: {} }]
}

function findFloors(questions: FloorQuestion[], env: Record<string, string>): Promise<FloorReport> {
  tell('Running the statements of each page directly')
  return askChild<FloorReport>('./floors.ts', questions, env)
}

async function measureSweeps(env: Record<string, string>): Promise<SweepReport[]> {
  const reports: SweepReport[] = []
  for (const sweep of ['first', 'next', 'ordinary']) {
    tell(`Sweeping for reminders: ${sweep}`)
    reports.push(await askChild<SweepReport>('./sweeps.ts', sweep, env))
  }
  return reports
}

/** What a process of its own answers. */
async function askChild<Result>(file: string, question: unknown, env: Record<string, string>): Promise<Result> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env, LOG_LEVEL: 'silent' },
  })
  child.send({ question })
  const [answer] = (await once(child, 'message')) as [{ result: Result } | { error: string }]
  if ('error' in answer) throw new Error(answer.error)
  return answer.result
}

async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, string>>(`
    select (select count(*) from person) as people, (select count(*) from unit) as units,
      (select count(*) from directive) as directives, (select count(*) from task) as tasks,
      (select count(*) from subject where kind = 'TASK' and settled_at is null) as "openTasks",
      (select count(*) from assignment) as assignments, (select count(*) from step) as steps, (select count(*) from work_item) as "workItems",
      (select count(*) from work_item where settled_at is null) as "openWorkItems",
      (select count(*) from participant) as participants,
      (select max(items) from (select count(*) as items from work_item where settled_at is null and holder like 'unit:%'
        group by holder) unit) as "openItemsOfBusiestUnit"`)
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, count]) => [name, Number(count)]))
}

async function postgresNow(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return postgresPids(rows[0]!.pid)
}
