import type { ActToDo, RunResult } from './load-process.ts'
import type { Measured, MeasuredAct, MeasuredPage, Role } from './measured.ts'
import type { People } from './people.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'
import type { BenchSize } from './size.ts'
import { tell } from './tell.ts'

interface Measuring {
  people: People
  origin: string
  cookies: Record<Role, string>
  size: BenchSize
  floorOf: (name: string) => number
}

const CONNECTIONS = [1, 16]

export function rowName({ name, as }: MeasuredPage | MeasuredAct): string {
  return `${name} (${as})`
}

export async function measureAll({ pages, acts, beside }: Measured, measuring: Measuring): Promise<BenchRow[]> {
  const { people, origin, cookies, size } = measuring
  const besides = toDo(beside, cookies)
  const rows: BenchRow[] = []
  for (const page of pages) {
    const run = { what: 'pages' as const, origin, cookie: cookies[page.as], paths: page.paths, acts: besides }
    // Not counted: the code is compiled and the statements are prepared by what comes first.
    await people.run({ ...run, connections: page.alone ? 1 : 4, seconds: size.secondsAPage / 3 })
    for (const connections of page.alone ? [1] : CONNECTIONS) {
      rows.push(
        rowOf(page, connections, await people.run({ ...run, connections, seconds: size.secondsAPage }), measuring),
      )
    }
  }
  for (const act of acts) {
    const waiting = toDo(act, cookies)
    for (const connections of CONNECTIONS) {
      const wanted = connections === 1 ? size.actsAlone : size.actsTogether
      const results: RunResult[] = []
      for (let done = 0; done < wanted && waiting.length > 0;) {
        const some = waiting.splice(0, wanted - done)
        results.push(await people.run({ what: 'acts', origin, connections, acts: some }))
        if (act.again) waiting.push(...some)
        done += some.length
      }
      rows.push(rowOf(act, connections, together(results), measuring))
    }
  }
  return rows
}

function toDo({ as, typed, paths }: MeasuredAct, cookies: Record<Role, string>): ActToDo[] {
  return paths.map((path) => ({ path, cookie: cookies[as], typed }))
}

function together(results: RunResult[]): RunResult {
  return {
    milliseconds: results.flatMap(({ milliseconds }) => milliseconds),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
    statements: Math.max(...results.map(({ statements }) => statements)),
    bytes: Math.max(...results.map(({ bytes }) => bytes)),
    failures: results.flatMap(({ failures }) => failures),
  }
}

function rowOf(
  measured: MeasuredPage | MeasuredAct,
  connections: number,
  { milliseconds, seconds, statements, bytes, failures }: RunResult,
  { floorOf }: Measuring,
): BenchRow {
  const name = rowName(measured)
  if (failures.length > 0) throw new Error(`${name} was not answered as it should be: ${failures.join('; ')}`)
  const [p50, floor] = [percentile(milliseconds, 0.5), floorOf(name)]
  const row: BenchRow = {
    name,
    kind: measured.kind,
    connections,
    requests_per_second: rounded(milliseconds.length / seconds),
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(milliseconds, 0.95)),
    p99_ms: rounded(percentile(milliseconds, 0.99)),
    statements,
    response_bytes: bytes,
    sql_floor_ms: rounded(floor),
    ratio_to_floor: rounded(p50 / floor),
  }
  tell(`${name} at ${connections}: ${row.requests_per_second} a second, median ${row.p50_ms} ms`)
  return row
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
