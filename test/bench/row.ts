/** A line of the results. */
export interface BenchRow {
  name: string
  kind: 'page' | 'search' | 'act' | 'export'
  connections: number
  requests_per_second: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
  statements: number
  response_bytes: number
  sql_floor_ms: number
  ratio_to_floor: number
}
