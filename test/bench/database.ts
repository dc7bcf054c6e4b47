import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '#app/platform/cluster.server.ts'
import { APPLICATION_LOGIN, DATABASE, makeDatabase, OWNER_LOGIN } from '#app/platform/database-roles.server.ts'
import { migrate } from '#app/platform/migrate.server.ts'
import { load } from './load.ts'
import type { Office } from './office.ts'
import type { BenchSize } from './size.ts'
import { tell } from './tell.ts'

export interface BenchDatabase {
  /** What web and worker are given. */
  applicationUrl: string
  superuserUrl: string
  office: Office
  /** Of every account. */
  password: string
  /** Time the loading took; null when an earlier run had done it. */
  loadSeconds: number | null
  close(): Promise<void>
}

/** Written last: a folder without it was left half full. */
interface Loaded {
  office: Office
  password: string
}

const CLUSTER_PASSWORD = 'on loopback, for made-up people'

/**
 * A cluster with the office and its history on it. BENCH_KEEP=1 leaves it for the next run of the same size, which then
 * measures on what the acts of this run have left.
 */
export async function openBenchDatabase(size: BenchSize): Promise<BenchDatabase> {
  const folder = join(tmpdir(), `docflow-bench-${size.name}`)
  const loadedFile = join(folder, 'loaded.json')
  const keeps = process.env.BENCH_KEEP === '1'
  if (!keeps || !existsSync(loadedFile)) await discard(folder)

  let loadSeconds: number | null = null
  if (!existsSync(loadedFile)) {
    const began = performance.now()
    await fill(folder, size, loadedFile)
    loadSeconds = (performance.now() - began) / 1000
  }
  const { office, password } = JSON.parse(readFileSync(loadedFile, 'utf8')) as Loaded
  // Measured as it runs in an office: every commit reaches the disk.
  const cluster = await startCluster({ dataFolder: folder, password: CLUSTER_PASSWORD, durable: true })
  await migrate(url(cluster.port, OWNER_LOGIN))
  return {
    applicationUrl: url(cluster.port, APPLICATION_LOGIN),
    superuserUrl: url(cluster.port, 'postgres'),
    office,
    password,
    loadSeconds,
    async close() {
      await cluster.stop()
      if (!keeps) await discard(folder)
    },
  }
}

async function fill(folder: string, size: BenchSize, loadedFile: string): Promise<void> {
  tell('Making a PostgreSQL cluster')
  await mkdir(folder, { recursive: true })
  // The user `postgres`, as which the cluster runs when we are root, has to pass through.
  await chmod(folder, 0o755)
  const cluster = await startCluster({ dataFolder: folder, password: CLUSTER_PASSWORD, durable: false })
  try {
    await makeDatabase(url(cluster.port, 'postgres', 'postgres'), {
      owner: CLUSTER_PASSWORD,
      application: CLUSTER_PASSWORD,
    })
    await migrate(url(cluster.port, OWNER_LOGIN))
    tell(`Loading ${size.tasks} tasks of ${size.people} people`)
    const password = 'mot-mat-khau-de-do'
    const office = await load(url(cluster.port, 'postgres'), size, password)
    writeFileSync(loadedFile, JSON.stringify({ office, password } satisfies Loaded))
  } finally {
    await cluster.stop()
  }
}

function url(port: number, login: string, database = DATABASE): string {
  return `postgresql://${login}:${encodeURIComponent(CLUSTER_PASSWORD)}@127.0.0.1:${port}/${database}`
}

async function discard(folder: string): Promise<void> {
  const tables = join(folder, 'cluster')
  // Where `postgres` may not enter the temporary folder, the files lie elsewhere.
  if (existsSync(tables)) await rm(realpathSync(tables), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}
