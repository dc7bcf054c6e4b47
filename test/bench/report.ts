import type { Memory } from './processes.ts'
import type { BenchRow } from './row.ts'
import type { SweepReport } from './sweeps.ts'

interface Report {
  rows: BenchRow[]
  memory: Record<string, Record<string, Memory>>
  workerWhileExportingMiB: number
  sweeps: SweepReport[]
  counts: Record<string, number>
  verified: { roots: number; steps: number; firstBreak: unknown }
  loadSeconds: number | null
}

/** In milliseconds and statements, on a machine of two cores; see docs/performance.md. */
const BUDGETS: Record<BenchRow['kind'], { alone: number; together: number; statements: number }> = {
  page: { alone: 60, together: 250, statements: 5 },
  search: { alone: 100, together: 250, statements: 5 },
  act: { alone: 60, together: Infinity, statements: 12 },
  export: { alone: Infinity, together: Infinity, statements: Infinity },
}

/** What a job does for many is no one act: it has no budget but its progress, which is shown. */
function missedBudgets({ name, kind, connections, p95_ms: p95, statements }: BenchRow): string[] {
  const budget = BUDGETS[name.startsWith('urging') ? 'export' : kind]
  const limit = connections === 1 ? budget.alone : budget.together
  return [
    ...(p95 > limit ? [`p95 ${p95} ms, not ${limit}`] : []),
    ...(statements > budget.statements ? [`${statements} statements, not ${budget.statements}`] : []),
  ]
}

export function printReport({
  rows,
  memory,
  workerWhileExportingMiB,
  sweeps,
  counts,
  verified,
  loadSeconds,
}: Report): void {
  console.log(
    `\n${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
  )
  if (loadSeconds !== null) console.log(`Loaded in ${Math.round(loadSeconds)} s.`)
  console.log(
    `Log of ${verified.roots} tasks, ${verified.steps} steps: ${verified.firstBreak ? 'BROKEN' : 'verifies'}.\n`,
  )
  printTable([
    ['name', 'conn', 'req/s', 'p50', 'p95', 'p99', 'stmts', 'bytes', 'floor', 'ratio', 'budget'],
    ...rows.map((row) => [
      row.name,
      String(row.connections),
      row.requests_per_second.toFixed(1),
      ...[row.p50_ms, row.p95_ms, row.p99_ms].map((ms) => ms.toFixed(1)),
      String(row.statements),
      String(row.response_bytes),
      row.sql_floor_ms.toFixed(2),
      row.ratio_to_floor.toFixed(1),
      missedBudgets(row).join('; ') || 'kept',
    ]),
  ])
  for (const [moment, processes] of Object.entries(memory)) {
    const parts = Object.entries(processes).map(([name, { rssMiB, pssMiB }]) => `${name} ${rssMiB} (${pssMiB})`)
    console.log(`Memory ${moment}, MiB resident (proportional): ${parts.join(', ')}`)
  }
  console.log(`The worker while it exports, MiB resident at most: ${workerWhileExportingMiB}`)
  for (const { sweep, openDeadlines, told, notices, seconds, peakMiB } of sweeps) {
    console.log(
      `Reminders over ${openDeadlines} open deadlines (${sweep}): ${told} told by ${notices} notices in ${seconds} s, ${peakMiB} MiB at most`,
    )
  }
}

function printTable(lines: string[][]): void {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  for (const line of lines) {
    console.log(
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
    )
  }
  console.log()
}
