import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { openBrowser } from './browser.ts'
import { asUrlEncoded, fillForm } from './page-form.ts'
import { percentile } from './percentile.ts'
import { memoryOf } from './processes.ts'
import type { BenchRow } from './row.ts'
import type { BenchSize } from './size.ts'
import { tell } from './tell.ts'

/** What a job does for who asks in a form: the clock runs from sending the form to the last row. */
export interface MeasuredJobs {
  exportSearch: string
  exportRows: number
  urgeSearch: string
}

const WORDS = 'Đề nghị đơn vị khẩn trương thực hiện, báo cáo kết quả trước ngày họp giao ban.'
const TIMES = 3
const LOOK_EVERY_MS = 20

export async function jobsMeasured(client: pg.Client, { exportRows }: BenchSize): Promise<MeasuredJobs> {
  const { rows } = await client.query<{ day: string; count: number }>(
    `with wanted as (
      select context ->> 'issuedOn' as day from subject where kind = 'TASK' and context ->> 'issuedOn' is not null
      order by 1 desc limit 1 offset $1
    )
    select wanted.day, count(*)::int as count from wanted join subject on kind = 'TASK' and context ->> 'issuedOn' >= wanted.day group by wanted.day`,
    [exportRows],
  )
  const { day, count } = rows[0]!
  return { exportSearch: `issuedFrom=${day}`, exportRows: count, urgeSearch: 'state=inProgress' }
}

interface MeasuringJobs {
  jobs: MeasuredJobs
  client: pg.Client
  origin: string
  /** Of the secretariat. */
  cookie: string
  workerPid: number
  floorOf: (name: string) => number
}

/** The rows, and the most memory the worker had while it wrote the workbook. */
export async function measureJobs(measuring: MeasuringJobs): Promise<{ rows: BenchRow[]; workerMiB: number }> {
  const { jobs, workerPid, floorOf } = measuring
  let workerMiB = 0
  const look = setInterval(() => (workerMiB = Math.max(workerMiB, memoryOf([workerPid]).rssMiB)), 100)
  const exported: JobRun[] = []
  for (let n = 0; n < TIMES; n++) exported.push(await exportTasks(measuring))
  clearInterval(look)
  const urged: JobRun[] = []
  for (let n = 0; n < TIMES; n++) urged.push(await urgeMany(measuring))
  const tasks = urged[0]!.rows
  return {
    rows: [
      rowOf(`export of ${jobs.exportRows} rows (secretariat)`, 'export', exported, floorOf(EXPORT_FLOOR)),
      rowOf(`urging ${tasks} (secretariat)`, 'act', urged, floorOf(URGE_FLOOR) * tasks),
    ],
    workerMiB,
  }
}

/** What reads the rows of the export, and what one act of the many takes, by themselves. */
export const EXPORT_FLOOR = 'export (secretariat)'
const URGE_FLOOR = 'urge (secretariat)'

interface JobRun {
  rows: number
  milliseconds: number
  statements: number
  bytes: number
}

async function exportTasks({ jobs, client, origin, cookie }: MeasuringJobs): Promise<JobRun> {
  const browser = openBrowser(origin, 1)
  try {
    const path = `/tasks/exports/new?${jobs.exportSearch}`
    await browser.ask({ path, cookie })
    const began = performance.now()
    const { status, headers } = await browser.ask({ path, cookie, form: asUrlEncoded([]) })
    if (status !== 302) throw new Error(`The export was answered ${status}.`)
    const row = await finished<{ total: number; bytes: number }>(client, 'task_export', headers.location!)
    if (row.total !== jobs.exportRows) throw new Error(`The export has ${row.total} rows, not ${jobs.exportRows}.`)
    const milliseconds = performance.now() - began
    return { rows: row.total, milliseconds, statements: Number(headers['x-statements']), bytes: row.bytes }
  } finally {
    browser.close()
  }
}

async function urgeMany({ jobs, client, origin, cookie }: MeasuringJobs): Promise<JobRun> {
  const browser = openBrowser(origin, 1)
  try {
    const path = '/tasks/selection'
    const chosen = asUrlEncoded([
      ['act', 'urge'],
      ['search', `?${jobs.urgeSearch}`],
    ])
    const page = await browser.ask({ path, cookie, form: chosen, plain: true })
    const form = fillForm(page.text, { words: WORDS })
    const began = performance.now()
    const { status, headers } = await browser.ask({ path, cookie, form })
    if (status !== 302) throw new Error(`The urging of many was answered ${status}.`)
    const { id } = await finished<{ id: string }>(client, 'bulk_act', headers.location!)
    const milliseconds = performance.now() - began
    const { rows } = await client.query<{ tasks: number; refused: number }>(
      `select count(*)::int as tasks, count(*) filter (where outcome ->> 'problem' is not null)::int as refused
      from bulk_act_row where bulk_act_id = $1`,
      [id],
    )
    const { tasks, refused } = rows[0]!
    if (refused > 0) throw new Error(`${refused} of ${tasks} were not urged.`)
    return { rows: tasks, milliseconds, statements: Number(headers['x-statements']), bytes: 0 }
  } finally {
    browser.close()
  }
}

/** The row of the job whose page the person was sent to, once it is done. */
async function finished<Row>(client: pg.Client, table: 'task_export' | 'bulk_act', location: string): Promise<Row> {
  const id = location.split('/').at(-1)
  for (;;) {
    const { rows } = await client.query(`select * from ${table} where id = $1 and finished_at is not null`, [id])
    if (rows[0]) return rows[0] as Row
    await sleep(LOOK_EVERY_MS)
  }
}

function rowOf(name: string, kind: BenchRow['kind'], runs: JobRun[], floor: number): BenchRow {
  const times = runs.map(({ milliseconds }) => milliseconds)
  const at = (share: number) => Math.round(percentile(times, share))
  const row: BenchRow = {
    name,
    kind,
    connections: 1,
    requests_per_second: Math.round(100_000 / at(0.5)) / 100,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
    statements: Math.max(...runs.map(({ statements }) => statements)),
    response_bytes: Math.max(...runs.map(({ bytes }) => bytes)),
    sql_floor_ms: Math.round(floor),
    ratio_to_floor: Math.round((at(0.5) / floor) * 100) / 100,
  }
  tell(`${name}: ${row.p50_ms} ms`)
  return row
}
