import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { hashPassword } from '#app/sign-in/passwords.server.ts'
import { addLines, copyLines, noLines } from './copy-rows.ts'
import { YEARS_OF_HISTORY } from './deal.ts'
import type { LoadingShare } from './loading-thread.ts'
import { makeOffice, type Office, officeRows } from './office.ts'
import type { BenchSize } from './size.ts'
import { tell, tellNowAndThen } from './tell.ts'

const THREADS = 2

/** Fills a migrated, empty database. Indexes are made after the rows, which is several times quicker than beside them. */
export async function load(superuserUrl: string, size: BenchSize, password: string): Promise<Office> {
  const now = new Date()
  const office = makeOffice(size, new Date(now.getTime() - (YEARS_OF_HISTORY + 1) * 365 * 24 * 3_600_000))
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    const people = noLines()
    addLines(people, officeRows(office, await hashPassword(password)))
    await copyLines(client, people)
    const indexes = await takeDownIndexes(client)
    await loadTasks({ superuserUrl, size, office, now })
    tell('Filling what is tracked')
    await client.query('insert into tracked_part select * from tracked_part_now')
    await makeIndexes(superuserUrl, indexes)
    tell('Collecting statistics')
    await client.query('vacuum (analyze, freeze)')
  } finally {
    await client.end()
  }
  return office
}

async function loadTasks(share: Omit<LoadingShare, 'share' | 'of'>): Promise<void> {
  let loaded = 0
  const threads = Array.from({ length: THREADS }, (_, number) => {
    const workerData: LoadingShare = { ...share, share: number, of: THREADS }
    const thread = new Worker(new URL('./loading-thread.ts', import.meta.url), {
      workerData,
      // A story is many short-lived trees: with the usual small nursery half the time goes into copying them.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    })
    thread.on('message', (tasks: number) => {
      loaded += tasks
      tellNowAndThen(`Loading tasks with their histories: ${loaded} of ${share.size.tasks}`)
    })
    return new Promise<void>((resolve, reject) => {
      thread.once('error', reject)
      thread.once('exit', () => resolve())
    })
  })
  await Promise.all(threads)
}

/** All but those that hold a primary key; answers with what makes them again. */
async function takeDownIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select pg_class.relname as name, pg_get_indexdef(pg_class.oid) as definition
    from pg_index join pg_class on pg_class.oid = indexrelid
    where pg_class.relnamespace = 'public'::regnamespace and not indisprimary
      and not exists (select from pg_constraint where conindid = indexrelid)`)
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows.map(({ definition }) => definition)
}

async function makeIndexes(superuserUrl: string, definitions: string[]): Promise<void> {
  const waiting = [...definitions]
  let made = 0
  const makers = Array.from({ length: THREADS }, async () => {
    const client = new pg.Client(superuserUrl)
    await client.connect()
    await client.query(`set maintenance_work_mem = '512MB'`)
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await client.query(next)
      tellNowAndThen(`Making indexes: ${++made} of ${definitions.length}`)
    }
    await client.end()
  })
  await Promise.all(makers)
}
