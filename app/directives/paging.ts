/** A list is read to here and no further; above it the total is shown as "10.000+". */
export const COUNT_CAP = 10_000
export const ROWS_A_PAGE = 50

export interface Page<Row> {
  rows: Row[]
  /** At most COUNT_CAP + 1, which means more. */
  total: number
  page: number
}

export function pageFrom(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= COUNT_CAP / ROWS_A_PAGE ? page : 1
}

export function offsetOf(page: number): number {
  return (page - 1) * ROWS_A_PAGE
}
